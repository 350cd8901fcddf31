using LookoutVision.Benchmarks.Accuracy.Synthetic;
using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Inference;

namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>How painted defects were found on one split, or the mean over several; shares and scores are 0..1.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Images">Sound images judged; as many with a defect of each kind.</param>
/// <param name="FalseAlarms">Share of the sound images called anomalous.</param>
/// <param name="Kinds">Each kind of defect.</param>
internal sealed record SyntheticFigures(string Name, double Images, double FalseAlarms, IReadOnlyList<SyntheticFigures.Kind> Kinds)
{
    /// <summary>One kind of defect.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Found">Share of the images with it that are called anomalous.</param>
    /// <param name="RocAuc">The chance that an image with it scores above a sound one.</param>
    internal sealed record Kind(string Name, double Found, double RocAuc);

    public double Found => Kinds.Average(k => k.Found);

    public double RocAuc => Kinds.Average(k => k.RocAuc);

    public static SyntheticFigures From(
        string name, IReadOnlyCollection<Detection> sound, IReadOnlyDictionary<DefectKind, List<Detection>> painted) => new(
            name,
            sound.Count,
            Share(sound),
            [.. painted.Select(p => new Kind(p.Key.ToString(), Share(p.Value), Ranking(sound, p.Value)))]);

    public static SyntheticFigures Mean(IReadOnlyList<SyntheticFigures> runs) => new(
        "mean",
        runs.Average(r => r.Images),
        runs.Average(r => r.FalseAlarms),
        [
            .. runs.SelectMany(r => r.Kinds).GroupBy(k => k.Name)
                .Select(k => new Kind(k.Key, k.Average(f => f.Found), k.Average(f => f.RocAuc))),
        ]);

    private static double Share(IReadOnlyCollection<Detection> detections) => detections.Count(d => d.IsAnomalous) / (double)detections.Count;

    private static double Ranking(IEnumerable<Detection> sound, IEnumerable<Detection> painted)
    {
        var evaluator = new Evaluator([]);
        foreach (var (detection, isAnomalous) in sound.Select(d => (d, false)).Concat(painted.Select(d => (d, true))))
        {
            evaluator.Add(new("", isAnomalous, detection.IsAnomalous, detection.AnomalyScore));
        }

        return evaluator.Report().RocAuc;
    }
}
