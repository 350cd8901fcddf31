namespace LookoutVision.Remote.SageMaker.Shapes;

/// <summary>A page of ListEndpointConfigs.</summary>
internal sealed record EndpointConfigPage(IReadOnlyList<EndpointConfigShape>? EndpointConfigs, string? NextToken);
