using LookoutVision.Cli.Server.Metrics;

namespace LookoutVision.Cli.Server.Page;

/// <summary>A detection as the page lists it; the image itself is not kept.</summary>
internal sealed record RecentDetection(
    DateTimeOffset Time,
    string ProjectName,
    string ModelVersion,
    bool IsAnomalous,
    double Confidence,
    string AnomalyName,
    double AnomalyArea,
    double ElapsedMilliseconds,
    string? Caller)
{
    public static RecentDetection Of(RequestRecord request, ModelReference model, DetectAnomalyResult result) => new(
        request.Time,
        model.ProjectName,
        model.ModelVersion,
        result.IsAnomalous,
        result.Confidence,
        result.AnomalyName,
        result.AnomalyArea,
        request.Elapsed.TotalMilliseconds,
        request.Caller);
}
