using System.Text.Json.Nodes;
using LookoutVision.Evaluation;

namespace LookoutVision.Service.Operations;

/// <summary>Models as they stand in answers.</summary>
internal static class ModelShapes
{
    public static JsonObject Metadata(ModelDescription model) => new JsonObject()
        .With("CreationTimestamp", WireValue.FromTime(model.CreationTimestamp))
        .With("ModelVersion", model.ModelVersion)
        .With("ModelArn", model.ModelArn)
        .With("Description", model.Description)
        .With("Status", model.Status.ToWireName())
        .With("StatusMessage", model.StatusMessage)
        .With("Performance", Performance(model.Performance));

    public static JsonObject Description(ModelDescription model)
    {
        var isEvaluated = model.OutputConfig is not null && model.EvaluationEndTimestamp is not null;
        var reference = new ModelReference(model.ProjectName, model.ModelVersion);
        return new JsonObject()
            .With("ModelVersion", model.ModelVersion)
            .With("ModelArn", model.ModelArn)
            .With("CreationTimestamp", WireValue.FromTime(model.CreationTimestamp))
            .With("Description", model.Description)
            .With("Status", model.Status.ToWireName())
            .With("StatusMessage", model.StatusMessage)
            .With("Performance", Performance(model.Performance))
            .With("OutputConfig", OutputConfig(model.OutputConfig))
            .With("EvaluationManifest", isEvaluated ? Object(EvaluationObjects.ManifestAt(model.OutputConfig!, reference)) : null)
            .With("EvaluationResult", isEvaluated ? Object(EvaluationObjects.ResultAt(model.OutputConfig!, reference)) : null)
            .With("EvaluationEndTimestamp", model.EvaluationEndTimestamp is { } end ? WireValue.FromTime(end) : null)
            .With("KmsKeyId", model.KmsKeyId)
            .With("MinInferenceUnits", model.MinInferenceUnits)
            .With("MaxInferenceUnits", model.MaxInferenceUnits);
    }

    private static JsonObject? OutputConfig(S3Location? location) => location is null ? null : new()
    {
        ["S3Location"] = new JsonObject { ["Bucket"] = location.Bucket }.With("Prefix", location.Prefix),
    };

    private static JsonObject Object(S3Object item) => new() { ["Bucket"] = item.Bucket, ["Key"] = item.Key };

    private static JsonObject? Performance(ModelPerformance? performance) => performance is null ? null : new()
    {
        ["F1Score"] = performance.F1Score,
        ["Recall"] = performance.Recall,
        ["Precision"] = performance.Precision,
    };
}
