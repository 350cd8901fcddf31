namespace LookoutVision.Local;

/// <summary>What <c>model.json</c> holds. Once it is trained, hosting state and units change, and the rest never does.</summary>
internal sealed record ModelRecord
{
    public const int CurrentFormat = 1;

    public int FormatVersion { get; init; } = CurrentFormat;

    public required string ProjectName { get; init; }

    public required int ModelVersion { get; init; }

    public required string Status { get; init; }

    public string? StatusMessage { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset CreationTimestamp { get; init; }

    public DateTimeOffset? EvaluationEndTimestamp { get; init; }

    public ModelPerformance? Performance { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    public int ImageWidth { get; init; }

    public int ImageHeight { get; init; }

    public int? MinInferenceUnits { get; init; }

    public int? MaxInferenceUnits { get; init; }

    public S3Location? OutputConfig { get; init; }

    public string? KmsKeyId { get; init; }

    /// <summary>What is to be done for a version that is not trained yet; null once it is.</summary>
    public TrainingRequest? Training { get; init; }

    public ModelDescription ToDescription() => new()
    {
        ProjectName = ProjectName,
        ModelVersion = ModelVersion.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Status = ModelStatusExtensions.ParseWireName(Status),
        StatusMessage = StatusMessage,
        Description = Description,
        CreationTimestamp = CreationTimestamp,
        EvaluationEndTimestamp = EvaluationEndTimestamp,
        Performance = Performance,
        Labels = Labels,
        ImageWidth = ImageWidth,
        ImageHeight = ImageHeight,
        MinInferenceUnits = MinInferenceUnits,
        MaxInferenceUnits = MaxInferenceUnits,
        OutputConfig = OutputConfig,
        KmsKeyId = KmsKeyId,
    };
}
