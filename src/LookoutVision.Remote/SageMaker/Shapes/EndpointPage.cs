namespace LookoutVision.Remote.SageMaker.Shapes;

/// <summary>A page of ListEndpoints.</summary>
internal sealed record EndpointPage(IReadOnlyList<EndpointShape>? Endpoints, string? NextToken);
