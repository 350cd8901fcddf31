using System.Globalization;

namespace LookoutVision;

/// <summary>How well a model did on the images it was judged by; all figures 0..1, anomaly is the positive class.</summary>
public sealed record ModelPerformance
{
    /// <summary>Harmonic mean of precision and recall.</summary>
    public required double F1Score { get; init; }

    /// <summary>The share of the anomalous images that were called anomalous.</summary>
    public required double Recall { get; init; }

    /// <summary>The share of the images called anomalous that are.</summary>
    public required double Precision { get; init; }

    /// <summary>The three figures in one line: <c>F1 0.98, precision 0.97, recall 1.00</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"F1 {F1Score:0.00}, precision {Precision:0.00}, recall {Recall:0.00}");
}
