using LookoutVision.Remote.Client;

namespace LookoutVision.Remote.SageMaker.Shapes;

/// <summary>A batch transform job as DescribeTransformJob tells of it, and ListTransformJobs with fewer members.</summary>
internal sealed record TransformJobShape
{
    public string? TransformJobName { get; init; }

    public string? TransformJobStatus { get; init; }

    public string? FailureReason { get; init; }

    public string? ModelName { get; init; }

    public Input? TransformInput { get; init; }

    public Output? TransformOutput { get; init; }

    public Resources? TransformResources { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public double? CreationTime { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public double? TransformEndTime { get; init; }

    /// <summary>What is judged.</summary>
    internal sealed record Input(Source? DataSource, string? ContentType);

    /// <summary>Where that is.</summary>
    internal sealed record Source(S3Source? S3DataSource);

    /// <summary>A prefix, or a list of objects.</summary>
    internal sealed record S3Source(string? S3DataType, string? S3Uri);

    /// <summary>Where the results are.</summary>
    internal sealed record Output(string? S3OutputPath);

    /// <summary>What it runs on.</summary>
    internal sealed record Resources(string? InstanceType, int? InstanceCount);

    public BatchDetection ToBatch() => new()
    {
        Name = TransformJobName ?? "",
        Status = Enum.TryParse<BatchDetectionStatus>(TransformJobStatus, out var status)
            ? status
            : throw new InternalServerException($"SageMaker tells a state of the job '{TransformJobName}' that is not known: {TransformJobStatus}."),
        StatusMessage = FailureReason is { Length: > 0 } reason ? reason : null,
        ModelName = ModelName,
        ContentType = TransformInput?.ContentType,
        InputUri = TransformInput?.DataSource?.S3DataSource?.S3Uri,
        OutputUri = TransformOutput?.S3OutputPath,
        InstanceType = TransformResources?.InstanceType,
        InstanceCount = TransformResources?.InstanceCount,
        CreationTimestamp = WireTime.Read(CreationTime) ?? default,
        EndTimestamp = WireTime.Read(TransformEndTime),
    };
}
