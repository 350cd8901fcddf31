namespace LookoutVision.Engine.Evaluation;

/// <summary>Compares verdicts with labels, one image after another; masks are counted at once and not kept.</summary>
/// <param name="labels">The labels of the masks, in class order from 1; empty: masks are not compared.</param>
public sealed class Evaluator(IReadOnlyList<string> labels)
{
    private readonly List<(string Name, bool IsAnomalous, bool Detected, double Score)> _images = [];
    private readonly LabelCounts[] _counts = labels.Select(_ => new LabelCounts()).ToArray();

    /// <summary>Counts one image.</summary>
    /// <exception cref="ArgumentException">The true and the found mask differ in size.</exception>
    public void Add(JudgedImage image)
    {
        _images.Add((image.Name, image.IsAnomalous, image.DetectedAnomalous, image.AnomalyScore));
        if (image is not { TrueMask: { } truth, DetectedMask: { } found })
        {
            return;
        }

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

        double truePositives = _images.Count(i => i.IsAnomalous && i.Detected);
        var precision = Ratio(truePositives, _images.Count(i => i.Detected));
        var recall = Ratio(truePositives, _images.Count(i => i.IsAnomalous));
        var scores = _images.Select(i => (i.Score, i.IsAnomalous)).ToArray();
        return new EvaluationReport
        {
            Images = _images.Count,
            Accuracy = Ratio(_images.Count(i => i.IsAnomalous == i.Detected), _images.Count),
            Precision = precision,
            Recall = recall,
            F1Score = Ratio(2 * precision * recall, precision + recall),
            RocAuc = RankingMetrics.RocAuc(scores),
            AveragePrecision = RankingMetrics.AveragePrecision(scores),
            Labels = labels.Select((name, i) => _counts[i].Metrics(name)).ToArray(),
            WrongImages = _images.Where(i => i.IsAnomalous != i.Detected).Select(i => i.Name).ToArray(),
        };
    }

    internal static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;
}
