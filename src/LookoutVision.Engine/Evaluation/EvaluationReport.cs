namespace LookoutVision.Engine.Evaluation;

/// <summary>How well verdicts agree with labels; anomaly is the positive class, every figure 0..1.</summary>
public sealed record EvaluationReport
{
    /// <summary>Images judged.</summary>
    public required int Images { get; init; }

    /// <summary>Those of them that are labelled anomalous.</summary>
    public required int AnomalousImages { get; init; }

    /// <summary>Share of the images whose verdict is right.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Share of the images called anomalous that are; 0 where none was called so.</summary>
    public required double Precision { get; init; }

    /// <summary>Share of the anomalous images called anomalous; 0 where there was none.</summary>
    public required double Recall { get; init; }

    /// <summary>Harmonic mean of precision and recall; 0 where both are.</summary>
    public required double F1Score { get; init; }

    /// <summary>Area under the ROC curve of the anomaly scores, ties counted half; NaN where one class is missing.</summary>
    public required double RocAuc { get; init; }

    /// <summary>Mean precision over the recall steps of the anomaly scores; NaN where no image is anomalous.</summary>
    public required double AveragePrecision { get; init; }

    /// <summary>
    /// Mean gap between the stated confidence and the share of right verdicts, over ten bins of confidence of equal width
    /// (Guo et al. 2017, On Calibration of Modern Neural Networks); 0 is perfect.
    /// </summary>
    public required double ExpectedCalibrationError { get; init; }

    /// <summary>Pixel figures a label, in the labels' order; empty without masks.</summary>
    public IReadOnlyList<LabelMetrics> Labels { get; init; } = [];

    /// <summary>What was said of each image, in the order judged.</summary>
    public IReadOnlyList<ImageVerdict> Verdicts { get; init; } = [];

    /// <summary>The verdicts that are wrong, in the order judged.</summary>
    public IReadOnlyList<ImageVerdict> WrongImages => [.. Verdicts.Where(v => v.IsWrong)];
}
