using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Training.Segmentation;
using LookoutVision.Engine.Training.Verdict;

namespace LookoutVision.Engine.Training;

/// <summary>Learns a model from images.</summary>
public static class Trainer
{
    /// <summary>The fewest normal images that can be learned from.</summary>
    public const int MinNormalImages = 10;

    /// <summary>The fewest anomalous images that are learned from: fewer tell too little, but are judged.</summary>
    internal const int MinAnomalousImages = 5;

    // Masks are held for so many images at a time, and no more.
    private const int EvaluationBlock = 16;

    /// <summary>Trains on labelled images; normal ones alone suffice.</summary>
    /// <param name="samples">To learn from.</param>
    /// <param name="testSamples">To judge by; empty: cross-validation on <paramref name="samples"/>.</param>
    /// <param name="options">Seed, labels, limits.</param>
    /// <param name="progress">Told on any thread; absent: nobody is told.</param>
    /// <param name="cancellationToken">Stops the work within a second.</param>
    /// <exception cref="TrainingException">The samples cannot be trained on.</exception>
    public static TrainingResult Train(
        IReadOnlyList<TrainingSample> samples,
        IReadOnlyList<TrainingSample> testSamples,
        TrainingOptions options,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var normalCount = samples.Count(s => !s.IsAnomalous);
        if (normalCount < MinNormalImages)
        {
            throw new TrainingException($"At least {MinNormalImages} normal images are needed to train on; there are {normalCount}.");
        }

        var learned = samples.Count - normalCount >= MinAnomalousImages ? samples : samples.Where(s => !s.IsAnomalous).ToArray();
        progress?.Report(new TrainingProgress("Reading images", 0));
        var set = new TrainingSet(learned, options, cancellationToken);
        var views = new List<(CellEncoder, ExpertSet)>();
        var heldOut = new HeldOutStatistics(set.Count);
        var kinds = Enum.GetValues<FeatureKind>();
        var viewShare = (options.Labels.Count > 0 ? 0.5 : 0.9) / kinds.Length;
        foreach (var kind in kinds)
        {
            var done = 0.05 + (viewShare * views.Count);
            var stage = $"Learning what is normal ({views.Count + 1} of {kinds.Length})";
            progress?.Report(new TrainingProgress(stage, done));
            var view = new ViewLearner(kind, set).Learn(
                part => progress?.Report(new TrainingProgress(stage, done + (viewShare * part))), cancellationToken);
            views.Add((view.Encoder, view.Experts));
            heldOut.Add(view.Experts.StatisticKinds, view.HeldOut);

            // The cells of all images are garbage now, most of what a training holds. Left to itself the collector waits for as much again.
            GC.Collect();
        }

        var (lines, lineStatistics) = new NormalLinesLearner(set).Learn(cancellationToken);
        heldOut.Add(StatisticKind.Lines, lineStatistics);

        NormalStretch? stretch = null;
        if (set.Aligner?.Bender is not null)
        {
            (stretch, var stretchStatistics) = new NormalStretchLearner(set).Learn(cancellationToken);
            heldOut.Add(StatisticKind.Stretch, stretchStatistics);
        }

        LearnedSegmenter? marks = null;
        if (set.All.Any(set.HasMask))
        {
            progress?.Report(new TrainingProgress("Learning to mark defects", 0.55));
            marks = new SegmenterLearner(set).Learn(
                options.Labels.Select(l => l.Name).ToArray(),
                part => progress?.Report(new TrainingProgress("Learning to mark defects", 0.55 + (0.4 * part))), cancellationToken);
            heldOut.Add(StatisticKind.Marks, marks.HeldOut);
        }

        var (head, scores) = set.IsSupervised
            ? LabelledVerdictLearner.Fit(heldOut.OfImages(), heldOut.Kinds, set.IsAnomalous, set.FoldOf)
            : NormalVerdictLearner.Fit(heldOut.OfImages(), heldOut.Kinds);
        var model = new AnomalyModel(set.Reader.Scale, views, lines, head)
        {
            Aligner = set.Aligner,
            Stretch = stretch,
            ImageWidth = options.Resize ? 0 : set.Reader.ImageSize.Width,
            ImageHeight = options.Resize ? 0 : set.Reader.ImageSize.Height,
            Segmenter = marks?.Segmenter,
            Labels = marks is null ? [] : options.Labels,
            Origin = new ModelOrigin(
                options.Seed, normalCount, set.Count - normalCount, set.All.Count(set.HasMask)),
        };
        progress?.Report(new TrainingProgress("Evaluating", 0.95));
        var crossValidation = EvaluateHeldOut(learned, scores, samples.Except(learned).Select(s => Judge(model, s))) with { Labels = marks?.Metrics ?? [] };
        var test = testSamples.Count > 0 ? EvaluateOn(model, testSamples, set.Threads, cancellationToken) : null;
        progress?.Report(new TrainingProgress("Trained", 1));
        return new TrainingResult(model, crossValidation, test);
    }

    /// <param name="samples">The images learned from.</param>
    /// <param name="scores">Of each, by a model that did not see it.</param>
    /// <param name="others">Images that nothing was learned from.</param>
    private static EvaluationReport EvaluateHeldOut(IReadOnlyList<TrainingSample> samples, double[] scores, IEnumerable<JudgedImage> others)
    {
        var evaluator = new Evaluator([]);
        for (var i = 0; i < samples.Count; i++)
        {
            evaluator.Add(new JudgedImage(samples[i].Name, samples[i].IsAnomalous, scores[i] > 0.5, scores[i]));
        }

        foreach (var image in others)
        {
            evaluator.Add(image);
        }

        return evaluator.Report();
    }

    private static EvaluationReport EvaluateOn(
        AnomalyModel model, IReadOnlyList<TrainingSample> samples, int threads, CancellationToken cancellationToken)
    {
        var evaluator = new Evaluator(model.Labels.Select(l => l.Name).ToArray());
        foreach (var block in samples.Chunk(EvaluationBlock))
        {
            var judged = new JudgedImage[block.Length];
            Loops.For(block.Length, threads, i => judged[i] = Judge(model, block[i]), cancellationToken);
            foreach (var image in judged)
            {
                evaluator.Add(image);
            }
        }

        return evaluator.Report();
    }

    private static JudgedImage Judge(AnomalyModel model, TrainingSample sample)
    {
        try
        {
            var detection = model.Detect(sample.LoadImage());
            return new JudgedImage(sample.Name, sample.IsAnomalous, detection.IsAnomalous, detection.AnomalyScore)
            {
                TrueMask = sample.LoadMask?.Invoke(),
                DetectedMask = detection.Mask,
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new TrainingException($"'{sample.Name}' cannot be judged: {e.Message}", e);
        }
    }
}
