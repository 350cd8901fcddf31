using LookoutVision.Remote.Client;

namespace LookoutVision.Remote.SageMaker.Shapes;

/// <summary>An endpoint configuration as DescribeEndpointConfig tells of it: what an endpoint is made of.</summary>
internal sealed record EndpointConfigShape
{
    public string? EndpointConfigName { get; init; }

    public string? EndpointConfigArn { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public double? CreationTime { get; init; }

    public IReadOnlyList<Variant>? ProductionVariants { get; init; }

    /// <summary>One model, and what it runs on.</summary>
    internal sealed record Variant(string? ModelName, int? InitialInstanceCount, string? InstanceType);

    /// <summary>How many instances an endpoint of this has; null where it has none, as without servers.</summary>
    public int? Instances => ProductionVariants?.Sum(v => v.InitialInstanceCount) is > 0 and var count ? count : null;

    public ModelDescription ToDescription(string endpoint) => new()
    {
        ProjectName = endpoint,
        ModelVersion = EndpointConfigName ?? "",
        Status = ModelStatus.Trained,
        StatusMessage = "There is no endpoint; Start-LVModel makes it from this configuration.",
        Description = string.Join(", ", (ProductionVariants ?? []).Select(v => $"{v.ModelName} on {v.InitialInstanceCount} {v.InstanceType}")),
        CreationTimestamp = WireTime.Read(CreationTime) ?? default,
        ModelArn = EndpointConfigArn,
    };
}
