using System.Globalization;

namespace LookoutVision;

/// <summary>The verdict on one image. Members in the order that reads well as a CSV row: scalars first.</summary>
public sealed record DetectAnomalyResult
{
    /// <summary>The image's full path; for bytes and streams the name they were given.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the part is defective.</summary>
    public required bool IsAnomalous { get; init; }

    /// <summary>How sure that verdict is, 0..1. A normal image at 0.99 is surely normal.</summary>
    public required double Confidence { get; init; }

    /// <summary>The anomaly types found, joined by <c>;</c>, without background; empty where none was found or the model has no labels.</summary>
    public string AnomalyName => string.Join(';', Found.Select(a => a.Name));

    /// <summary>The fraction 0..1 of the image covered by all anomaly types together.</summary>
    public double AnomalyArea => Found.Sum(a => a.PixelAnomaly.TotalPercentageArea);

    /// <summary>The project whose model was asked.</summary>
    public required string ProjectName { get; init; }

    /// <summary>The version that answered.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The image's width in pixels; 0 where the host does not tell.</summary>
    public required int Width { get; init; }

    /// <summary>The image's height in pixels; 0 where the host does not tell.</summary>
    public required int Height { get; init; }

    /// <summary><c>image/jpeg</c> or <c>image/png</c>, from the image's first bytes.</summary>
    public required string ContentType { get; init; }

    /// <summary>Time from opening the image to the verdict.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The part of <see cref="Duration"/> in which the image was read and decoded; absent where the host does not tell.</summary>
    internal TimeSpan? DecodeDuration { get; init; }

    /// <summary>How the image reached the model: always <c>direct</c>.</summary>
    public DetectionSource Source { get; init; } = DetectionSource.Direct;

    /// <summary>The anomaly types present with their areas, <c>background</c> first; absent for a classification model.</summary>
    public IReadOnlyList<Anomaly>? Anomalies
    {
        get;
        init => field = value is null ? null : new ReadableList<Anomaly>(value);
    }

    /// <summary>A PNG of the image's size, white where nothing was found, each type in its colour; absent for a classification model.</summary>
    public byte[]? AnomalyMask { get; init; }

    private IEnumerable<Anomaly> Found => (Anomalies ?? []).Where(a => !a.IsBackground);

    /// <summary>File name, verdict and confidence in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{System.IO.Path.GetFileName(Path)}: {(IsAnomalous ? "anomalous" : "normal")} ({Confidence:0.0%})");
}
