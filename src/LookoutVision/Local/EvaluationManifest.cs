using System.Globalization;
using System.Text.Json;
using LookoutVision.Datasets;
using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Local;

/// <summary>Writes <c>evaluation.manifest</c>, the service's EvaluationManifest: a line an image judged, with its label and its verdict.</summary>
internal static class EvaluationManifest
{
    private const string Type = "groundtruth/image-classification";

    public static void Write(Stream stream, ModelReference model, LocalTraining training)
    {
        var entries = training.Judged.Entries.ToDictionary(e => e.SourceRef, StringComparer.Ordinal);
        var ended = training.Ended.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        foreach (var verdict in training.Result.Evaluation.Verdicts)
        {
            BucketLine.Write(stream, entries[verdict.Path], writer =>
            {
                writer.WriteStartObject("source-ref-metadata");
                writer.WriteString("creation-date", ended);
                writer.WriteEndObject();
                Write(writer, verdict, model, ended);
            });
        }
    }

    private static void Write(Utf8JsonWriter writer, ImageVerdict verdict, ModelReference model, string ended)
    {
        writer.WriteNumber("anomaly-label-detected", verdict.DetectedAnomalous ? 1 : 0);
        writer.WriteStartObject("anomaly-label-detected-metadata");
        writer.WriteString("class-name", verdict.DetectedAnomalous ? "anomaly" : "normal");
        writer.WriteNumber("confidence", verdict.Confidence);
        writer.WriteString("type", Type);
        writer.WriteString("human-annotated", "no");
        writer.WriteString("creation-date", ended);
        writer.WriteString("job-name", "training-job/anomaly-detection");
        writer.WriteString("model-arn", ResourceArn.Of(model));
        writer.WriteString("project-name", model.ProjectName);
        writer.WriteString("model-version", model.ModelVersion);
        writer.WriteEndObject();
    }
}
