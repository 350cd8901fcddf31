using System.Text.Json.Nodes;

namespace LookoutVision.Service.Operations;

/// <summary>Verdicts as they stand in answers.</summary>
internal static class DetectionShapes
{
    public static JsonObject Result(DetectAnomalyResult result) => new JsonObject
    {
        ["Source"] = new JsonObject { ["Type"] = result.Source.Type },
        ["IsAnomalous"] = result.IsAnomalous,
        ["Confidence"] = result.Confidence,
    }
        .With("Anomalies", result.Anomalies is { } anomalies ? new JsonArray([.. anomalies.Select(Anomaly)]) : null)
        .With("AnomalyMask", result.AnomalyMask is { } mask ? Convert.ToBase64String(mask) : null);

    private static JsonNode Anomaly(Anomaly anomaly) => new JsonObject
    {
        ["Name"] = anomaly.Name,
        ["PixelAnomaly"] = new JsonObject
        {
            ["TotalPercentageArea"] = anomaly.PixelAnomaly.TotalPercentageArea,
            ["Color"] = anomaly.PixelAnomaly.Color,
        },
    };
}
