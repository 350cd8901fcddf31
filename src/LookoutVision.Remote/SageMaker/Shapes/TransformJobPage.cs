namespace LookoutVision.Remote.SageMaker.Shapes;

/// <summary>A page of ListTransformJobs.</summary>
internal sealed record TransformJobPage(IReadOnlyList<TransformJobShape>? TransformJobSummaries, string? NextToken);
