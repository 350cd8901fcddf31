namespace LookoutVision.Rules;

/// <summary>Whether a part is to be taken off the line.</summary>
public sealed record InspectionResult
{
    /// <summary>The image's full path; for bytes and streams the name they were given.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the rules reject the image.</summary>
    public bool IsRejected => Reason.Length > 0;

    /// <summary>Which rule rejected it and why; empty where none did.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the model called it anomalous.</summary>
    public bool IsAnomalous => Result.IsAnomalous;

    /// <summary>How sure that verdict is, 0..1.</summary>
    public double Confidence => Result.Confidence;

    /// <summary>The anomaly types found, joined by <c>;</c>.</summary>
    public string AnomalyName => Result.AnomalyName;

    /// <summary>The fraction 0..1 of the image covered by all anomaly types together.</summary>
    public double AnomalyArea => Result.AnomalyArea;

    /// <summary>What the model answered.</summary>
    public required DetectAnomalyResult Result { get; init; }

    /// <summary>File name, outcome and reason in one line.</summary>
    public override string ToString() =>
        $"{System.IO.Path.GetFileName(Path)}: {(IsRejected ? $"rejected ({Reason})" : "passed")}";
}
