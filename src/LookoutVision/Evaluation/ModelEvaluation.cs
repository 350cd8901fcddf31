using LookoutVision.Batch;
using LookoutVision.Datasets;
using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Evaluation;

/// <summary>Measures a hosted model on labelled images.</summary>
public static class ModelEvaluation
{
    /// <summary>
    /// Judges every labelled image of the dataset and compares verdicts with labels, and masks with masks where both the
    /// model and the dataset have some. A normal image without a mask counts as one on which nothing is marked.
    /// </summary>
    /// <param name="host">The model's host.</param>
    /// <param name="model">The hosted model.</param>
    /// <param name="dataset">The images; those without a label are left out.</param>
    /// <param name="options">Limits of the batch; the order does not matter.</param>
    /// <param name="judged">Told how many images have been dealt with; absent: nobody is told.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    /// <exception cref="ValidationException">The dataset has no labelled image, or none could be judged.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such model.</exception>
    public static async Task<ModelMeasurement> MeasureAsync(
        IModelHost host,
        ModelReference model,
        Dataset dataset,
        BatchOptions options,
        IProgress<int>? judged,
        CancellationToken cancellationToken)
    {
        var entries = dataset.Entries.Where(e => e.IsAnomalous is not null).ToList();
        if (entries.Count == 0)
        {
            throw new ValidationException("There is no labelled image to measure the model on.")
            {
                ResourceType = "DATASET",
                RecommendedAction = "Label images as normal or anomaly, by folder or by manifest.",
            };
        }

        var description = await host.DescribeModelAsync(model, cancellationToken).ConfigureAwait(false);
        var masks = MaskComparison.For(description, entries);
        var evaluator = new Evaluator(masks.Labels);
        var failed = new List<FailedImage>();
        var images = entries.Select(e => ImageSource.FromFile(e.SourceRef)).ToAsync();
        var done = 0;
        await foreach (var outcome in DetectionBatch
            .RunAsync(host, model, images, options with { Unordered = false }, cancellationToken).ConfigureAwait(false))
        {
            var entry = entries[done++];
            if ((outcome.Error ?? Count(evaluator, entry, outcome.Result!, masks)) is { } error)
            {
                failed.Add(new(entry.SourceRef, error));
            }

            judged?.Report(done);
        }

        return failed.Count < entries.Count ? ToMeasurement(evaluator.Report(), description, masks, failed) : throw AllFailed(failed);
    }

    /// <summary>Counts an image; gives the error where its masks cannot be compared.</summary>
    private static LookoutVisionException? Count(Evaluator evaluator, DatasetEntry entry, DetectAnomalyResult result, MaskComparison masks)
    {
        try
        {
            var score = result.IsAnomalous ? result.Confidence : 1 - result.Confidence;
            evaluator.Add(new(entry.SourceRef, entry.IsAnomalous!.Value, result.IsAnomalous, score)
            {
                TrueMask = masks.ReadTrue(entry),
                DetectedMask = masks.ReadDetected(result),
            });
            return null;
        }
        catch (LookoutVisionException e)
        {
            return e;
        }
    }

    private static ModelMeasurement ToMeasurement(
        EvaluationReport report, ModelDescription model, MaskComparison masks, List<FailedImage> failed)
    {
        var overlaps = report.Labels.Where(l => masks.HasSeen(l.Name)).Select(l => l.AverageIoU).ToList();
        return new()
        {
            ProjectName = model.ProjectName,
            ModelVersion = model.ModelVersion,
            Method = EvaluationMethod.LabeledImages,
            Images = report.Images,
            AnomalousImages = report.AnomalousImages,
            Accuracy = report.Accuracy,
            Precision = OfAnomalies(report.Precision, report),
            Recall = OfAnomalies(report.Recall, report),
            F1Score = OfAnomalies(report.F1Score, report),
            RocAuc = report.RocAuc,
            AveragePrecision = report.AveragePrecision,
            ExpectedCalibrationError = report.ExpectedCalibrationError,
            MeanIoU = overlaps.Count > 0 ? overlaps.Average() : null,
            Labels = report.Labels,
            WrongImages = report.WrongImages,
            FailedImages = failed,
        };
    }

    // Without an anomalous image nothing can be found, so that a figure of nought would blame the model for nothing.
    private static double OfAnomalies(double figure, EvaluationReport report) => report.AnomalousImages > 0 ? figure : double.NaN;

    private static ValidationException AllFailed(List<FailedImage> failed) =>
        new($"None of the {failed.Count} images could be judged. The first: {failed[0].Error.Message}", failed[0].Error)
        {
            ResourceId = failed[0].Path,
            ResourceType = "DATASET",
            RecommendedAction = failed[0].Error.RecommendedAction,
        };

    private static async IAsyncEnumerable<ImageSource> ToAsync(this IEnumerable<ImageSource> images)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var image in images)
        {
            yield return image;
        }
    }
}
