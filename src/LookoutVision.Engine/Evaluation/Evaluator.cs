namespace LookoutVision.Engine.Evaluation;

/// <summary>Compares verdicts with labels, one image after another; masks are counted at once and not kept.</summary>
/// <param name="labels">The labels of the masks, in class order from 1; empty: masks are not compared.</param>
public sealed class Evaluator(IReadOnlyList<string> labels)
{
    private readonly List<(ImageVerdict Verdict, double Score)> _images = [];
    private readonly LabelCounts[] _counts = labels.Select(_ => new LabelCounts()).ToArray();

    /// <summary>Counts one image. On a normal one without a true mask nothing should be marked.</summary>
    /// <exception cref="ArgumentException">The true and the found mask differ in size.</exception>
    public void Add(JudgedImage image)
    {
        _images.Add((new(image.Name, image.IsAnomalous, image.DetectedAnomalous, image.Confidence), image.AnomalyScore));
        if (image.DetectedMask is not { } found || _counts.Length == 0 || (image.TrueMask is null && image.IsAnomalous))
        {
            return;
        }

        var truth = image.TrueMask ?? new LabelMap(found.Width, found.Height, new byte[found.Classes.Length]);
        if (truth.Width != found.Width || truth.Height != found.Height)
        {
            throw new ArgumentException($"{image.Name}: the masks differ in size", nameof(image));
        }

        for (var label = 0; label < _counts.Length; label++)
        {
            _counts[label].Add(truth.Classes, found.Classes, label + 1);
        }
    }

    /// <summary>Figures over all images counted.</summary>
    /// <exception cref="InvalidOperationException">No image was counted.</exception>
    public EvaluationReport Report()
    {
        if (_images.Count == 0)
        {
            throw new InvalidOperationException("No image was judged.");
        }

        var verdicts = _images.Select(i => i.Verdict).ToArray();
        var anomalous = verdicts.Count(v => v.IsAnomalous);
        double truePositives = verdicts.Count(v => v.IsAnomalous && v.DetectedAnomalous);
        var precision = Ratio(truePositives, verdicts.Count(v => v.DetectedAnomalous));
        var recall = Ratio(truePositives, anomalous);
        var scores = _images.Select(i => (i.Score, i.Verdict.IsAnomalous)).ToArray();
        return new EvaluationReport
        {
            Images = verdicts.Length,
            AnomalousImages = anomalous,
            Accuracy = Ratio(verdicts.Count(v => !v.IsWrong), verdicts.Length),
            Precision = precision,
            Recall = recall,
            F1Score = Ratio(2 * precision * recall, precision + recall),
            RocAuc = RankingMetrics.RocAuc(scores),
            AveragePrecision = RankingMetrics.AveragePrecision(scores),
            ExpectedCalibrationError = CalibrationError.Of(verdicts),
            Labels = labels.Select((name, i) => _counts[i].Metrics(name)).ToArray(),
            Verdicts = verdicts,
        };
    }

    internal static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;
}
