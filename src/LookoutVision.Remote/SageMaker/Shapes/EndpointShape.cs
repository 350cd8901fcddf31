using LookoutVision.Remote.Client;

namespace LookoutVision.Remote.SageMaker.Shapes;

/// <summary>An endpoint as DescribeEndpoint tells of it.</summary>
internal sealed record EndpointShape
{
    public string? EndpointName { get; init; }

    public string? EndpointArn { get; init; }

    public string? EndpointConfigName { get; init; }

    public string? EndpointStatus { get; init; }

    public string? FailureReason { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public double? CreationTime { get; init; }

    public IReadOnlyList<Variant>? ProductionVariants { get; init; }

    /// <summary>What runs behind the endpoint.</summary>
    internal sealed record Variant(string? VariantName, int? CurrentInstanceCount, int? DesiredInstanceCount);

    public ModelDescription ToDescription(string endpoint) => new()
    {
        ProjectName = EndpointName ?? endpoint,
        ModelVersion = EndpointConfigName ?? ModelReference.Latest,
        Status = Status,
        StatusMessage = FailureReason is { Length: > 0 } reason ? reason : EndpointStatus is "InService" ? null : $"The endpoint is {EndpointStatus}.",
        CreationTimestamp = WireTime.Read(CreationTime) ?? default,
        ModelArn = EndpointArn,
        MinInferenceUnits = Instances,
    };

    /// <summary>Of all variants together; null where none runs yet.</summary>
    public int? Instances => ProductionVariants?.Sum(v => v.DesiredInstanceCount ?? v.CurrentInstanceCount) is > 0 and var count ? count : null;

    // An endpoint that is brought up to date, or back, answers meanwhile; so does one that scales.
    private ModelStatus Status => EndpointStatus switch
    {
        "InService" or "Updating" or "SystemUpdating" or "RollingBack" or "UpdateRollbackFailed" => ModelStatus.Hosted,
        "Creating" => ModelStatus.StartingHosting,
        "Deleting" => ModelStatus.StoppingHosting,
        "Failed" or "OutOfService" => ModelStatus.HostingFailed,
        _ => throw new InternalServerException($"SageMaker tells a state of the endpoint '{EndpointName}' that is not known: {EndpointStatus}."),
    };
}
