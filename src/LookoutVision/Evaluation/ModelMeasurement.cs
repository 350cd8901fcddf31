using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Evaluation;

/// <summary>
/// How well a model does on labelled images; anomaly is the positive class, every figure 0..1, and NaN where it is not defined or the host does not tell.
/// </summary>
public sealed record ModelMeasurement
{
    /// <summary>The project whose model was asked.</summary>
    public required string ProjectName { get; init; }

    /// <summary>The version that answered.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>What images it was judged by; absent where that is not known.</summary>
    public EvaluationMethod? Method { get; init; }

    /// <summary>Images judged.</summary>
    public required int Images { get; init; }

    /// <summary>Those of them that are labelled anomalous; absent where that is not known.</summary>
    public int? AnomalousImages { get; init; }

    /// <summary>Share of the images whose verdict is right.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Share of the images called anomalous that are; 0 where none was called so, NaN where none is.</summary>
    public required double Precision { get; init; }

    /// <summary>Share of the anomalous images called anomalous; NaN where there was none.</summary>
    public required double Recall { get; init; }

    /// <summary>Harmonic mean of precision and recall; 0 where both are, NaN where no image is anomalous.</summary>
    public required double F1Score { get; init; }

    /// <summary>Area under the ROC curve; NaN where one class is missing.</summary>
    public required double RocAuc { get; init; }

    /// <summary>Mean precision over the recall steps; NaN where no image is anomalous.</summary>
    public required double AveragePrecision { get; init; }

    /// <summary>
    /// Mean gap between the stated confidence and the share of right verdicts, over ten bins of confidence of equal width
    /// (Guo et al. 2017, On Calibration of Modern Neural Networks); 0 is perfect.
    /// </summary>
    public double ExpectedCalibrationError { get; init; } = double.NaN;

    /// <summary>Mean over the labels of <see cref="LabelMetrics.AverageIoU"/>, of those that were there or were found; absent where none was.</summary>
    public double? MeanIoU { get; init; }

    /// <summary>Pixel figures a label; empty where no masks were compared.</summary>
    public IReadOnlyList<LabelMetrics> Labels { get; init; } = [];

    /// <summary>The images whose verdict is wrong, in the dataset's order.</summary>
    public IReadOnlyList<ImageVerdict> WrongImages { get; init; } = [];

    /// <summary>The images that could not be judged; they count in no figure.</summary>
    public IReadOnlyList<FailedImage> FailedImages { get; init; } = [];

    /// <summary>What it was judged by and how that went: <c>78 images by cross-validation, 3 wrong</c>.</summary>
    public override string ToString()
    {
        var how = Method switch
        {
            EvaluationMethod.CrossValidation => " by cross-validation",
            EvaluationMethod.TestDataset => " of the test dataset",
            _ => "",
        };
        return $"{Images} images{how}, {WrongImages.Count} wrong";
    }
}
