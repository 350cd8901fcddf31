using LookoutVision.Engine.Training.Advice;
using LookoutVision.Evaluation;

namespace LookoutVision;

/// <summary>What is known of one model version.</summary>
public sealed record ModelDescription
{
    /// <summary>The project the model belongs to.</summary>
    public required string ProjectName { get; init; }

    /// <summary>The version, a whole number from 1 up.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The state the model is in.</summary>
    public required ModelStatus Status { get; init; }

    /// <summary>The state in words.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>What its maker wrote about it.</summary>
    public string? Description { get; init; }

    /// <summary>When the model was made; the default where the host does not tell.</summary>
    public DateTimeOffset CreationTimestamp { get; init; }

    /// <summary>When its evaluation ended; absent until trained.</summary>
    public DateTimeOffset? EvaluationEndTimestamp { get; init; }

    /// <summary>How well it did; absent where there was nothing to judge it by.</summary>
    public ModelPerformance? Performance { get; init; }

    /// <summary>All that the evaluation told, with the images judged wrongly; absent where the host does not tell.</summary>
    public ModelMeasurement? Evaluation { get; init; }

    /// <summary>Where the service's EvaluationResult is: a full path; absent where the host has none.</summary>
    public string? EvaluationResult { get; init; }

    /// <summary>Where the service's EvaluationManifest is, a JSON line for each image judged: a full path; absent where the host has none.</summary>
    public string? EvaluationManifest { get; init; }

    /// <summary>Where the evaluation's files were to be written to as well; absent where nothing was said.</summary>
    public S3Location? OutputConfig { get; init; }

    /// <summary>The key that the service would encrypt with; absent where none was given.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>What was at fault with the images it was trained on, the gravest first; empty where nothing was found or the host does not tell.</summary>
    public IReadOnlyList<TrainingAdvice> TrainingAdvice { get; init => field = new ReadableList<TrainingAdvice>(value); } = new ReadableList<TrainingAdvice>([]);

    /// <summary>The anomaly types it marks in masks, without background; empty for a classification model.</summary>
    public IReadOnlyList<string> Labels { get; init => field = new ReadableList<string>(value); } = new ReadableList<string>([]);

    /// <summary>Width of the images it was trained on, in pixels; 0 where the host does not tell or any size is taken.</summary>
    public int ImageWidth { get; init; }

    /// <summary>Height of the images it was trained on, in pixels; 0 where the host does not tell or any size is taken.</summary>
    public int ImageHeight { get; init; }

    /// <summary>The least capacity asked for at the last start; absent while not hosted.</summary>
    public int? MinInferenceUnits { get; init; }

    /// <summary>The most capacity asked for at the last start; absent where it does not grow.</summary>
    public int? MaxInferenceUnits { get; init; }

    /// <summary>The model's Amazon Resource Name; absent on hosts that have none.</summary>
    public string? ModelArn { get; init; }

    /// <summary>Reads well in a message.</summary>
    public override string ToString() => $"{ProjectName}/{ModelVersion} ({Status.ToWireName()})";
}
