using LookoutVision.Remote.Client;
using LookoutVision.Remote.Service.Client;

namespace LookoutVision.Remote.Service.Shapes;

/// <summary>A model as DescribeModel tells of it, and ListModels with fewer members.</summary>
internal sealed record ModelShape
{
    public string? ModelVersion { get; init; }

    public string? ModelArn { get; init; }

    /// <summary>Seconds since 1970, with or without a fraction.</summary>
    public double? CreationTimestamp { get; init; }

    public string? Description { get; init; }

    public string? Status { get; init; }

    public string? StatusMessage { get; init; }

    public ModelPerformance? Performance { get; init; }

    public OutputShape? OutputConfig { get; init; }

    public string? KmsKeyId { get; init; }

    public S3Shape? EvaluationManifest { get; init; }

    public S3Shape? EvaluationResult { get; init; }

    public double? EvaluationEndTimestamp { get; init; }

    public int? MinInferenceUnits { get; init; }

    public int? MaxInferenceUnits { get; init; }

    /// <summary>Where the evaluation is written to.</summary>
    internal sealed record OutputShape(LocationShape? S3Location);

    /// <summary>A place in Amazon S3.</summary>
    internal sealed record LocationShape(string? Bucket, string? Prefix);

    /// <summary>Where something lies in Amazon S3.</summary>
    internal sealed record S3Shape(string? Bucket, string? Key)
    {
        public override string ToString() => $"s3://{Bucket}/{Key}";
    }

    /// <param name="projectName">The project, which models do not tell.</param>
    /// <param name="modelVersion">The version, where this does not tell it.</param>
    public ModelDescription ToDescription(string projectName, string? modelVersion = null) => new()
    {
        ProjectName = projectName,
        ModelVersion = Answer.Require(ModelVersion ?? modelVersion, nameof(ModelVersion)),
        Status = HostingAnswer.Parse(Status),
        StatusMessage = StatusMessage,
        Description = Description,
        CreationTimestamp = WireTime.Read(CreationTimestamp) ?? default,
        EvaluationEndTimestamp = WireTime.Read(EvaluationEndTimestamp),
        Performance = Performance,
        EvaluationManifest = EvaluationManifest?.ToString(),
        EvaluationResult = EvaluationResult?.ToString(),
        MinInferenceUnits = MinInferenceUnits,
        MaxInferenceUnits = MaxInferenceUnits,
        OutputConfig = OutputConfig?.S3Location is { Bucket: { } bucket } location ? new(bucket, location.Prefix) : null,
        KmsKeyId = KmsKeyId,
        ModelArn = ModelArn,
    };
}
