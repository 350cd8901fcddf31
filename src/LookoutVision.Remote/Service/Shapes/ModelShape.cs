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

    public S3Shape? EvaluationManifest { get; init; }

    public S3Shape? EvaluationResult { get; init; }

    public double? EvaluationEndTimestamp { get; init; }

    public int? MinInferenceUnits { get; init; }

    public int? MaxInferenceUnits { get; init; }

    /// <summary>Where something lies in Amazon S3.</summary>
    internal sealed record S3Shape(string? Bucket, string? Key)
    {
        public override string ToString() => $"s3://{Bucket}/{Key}";
    }

    public ModelDescription ToDescription(ModelReference model) => new()
    {
        ProjectName = model.ProjectName,
        ModelVersion = ModelVersion ?? model.ModelVersion,
        Status = HostingAnswer.Parse(Status),
        StatusMessage = StatusMessage,
        Description = Description,
        CreationTimestamp = Time(CreationTimestamp) ?? default,
        EvaluationEndTimestamp = Time(EvaluationEndTimestamp),
        Performance = Performance,
        EvaluationManifest = EvaluationManifest?.ToString(),
        EvaluationResult = EvaluationResult?.ToString(),
        MinInferenceUnits = MinInferenceUnits,
        MaxInferenceUnits = MaxInferenceUnits,
        ModelArn = ModelArn,
    };

    // The service tells milliseconds, and a double has none exactly.
    private static DateTimeOffset? Time(double? seconds) =>
        seconds is >= 0 and < 253402300000 ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds.Value * 1000)) : null;
}
