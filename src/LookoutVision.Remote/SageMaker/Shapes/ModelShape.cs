namespace LookoutVision.Remote.SageMaker.Shapes;

/// <summary>A model as DescribeModel of SageMaker tells of it.</summary>
internal sealed record ModelShape(string? ModelName);
