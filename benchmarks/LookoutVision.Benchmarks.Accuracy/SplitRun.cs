using System.Diagnostics;
using LookoutVision.Benchmarks.Accuracy.Data;
using LookoutVision.Benchmarks.Accuracy.Figures;
using LookoutVision.Datasets;
using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Training;
using LookoutVision.Local;

namespace LookoutVision.Benchmarks.Accuracy;

/// <summary>Trains on one part of a split and judges the other. The training never sees what is judged.</summary>
/// <param name="normalsOnly">Whether to train on the normal images alone.</param>
/// <param name="noMasks">Whether to train by labels alone.</param>
/// <param name="resize">Whether images may differ in size.</param>
internal sealed class SplitRun(bool normalsOnly, bool noMasks, bool resize)
{
    private readonly PixelRanking _allPixels = new();
    private readonly List<double> _trainingSeconds = [];
    private readonly List<double> _milliseconds = [];
    private Evaluator? _all;

    public AccuracyFigures Measure(Split split)
    {
        var train = new Dataset(
        [
            .. split.Train.Entries.Where(e => !normalsOnly || e.IsAnomalous == false).Select(e => noMasks ? e with { MaskRef = null } : e),
        ]);
        var input = TrainingInput.From(train, split.Test);
        TestCheck.Require(input, resize, CancellationToken.None);
        var options = new TrainingOptions { Seed = split.Seed, Labels = input.Labels, Resize = resize };
        var watch = Stopwatch.StartNew();
        var model = Trainer.Train(input.Train, [], options, null, CancellationToken.None).Model;
        var trainingSeconds = watch.Elapsed.TotalSeconds;

        var labels = model.Labels.Select(l => l.Name).ToArray();
        var evaluator = new Evaluator(labels);
        _all ??= new Evaluator(labels);
        var first = _milliseconds.Count;
        var pixels = new PixelRanking();
        foreach (var (entry, sample) in split.Test.Entries.Zip(input.Test))
        {
            var (image, milliseconds) = Judge(model, sample);
            evaluator.Add(image);
            _all.Add(image);
            _milliseconds.Add(milliseconds);
            Rank(model, entry, [pixels, _allPixels]);
        }

        _trainingSeconds.Add(trainingSeconds);
        return AccuracyFigures.From(split.Name, evaluator.Report(), pixels, trainingSeconds, Median(_milliseconds[first..]));
    }

    /// <summary>The figures over all images judged so far as if they were of one split.</summary>
    public AccuracyFigures MeasureTogether() =>
        AccuracyFigures.From("all", _all!.Report(), _allPixels, _trainingSeconds.Average(), Median(_milliseconds));

    /// <summary>Judges one image; the time is that of reading, decoding and judging it, with nothing beside.</summary>
    private static (JudgedImage Image, double Milliseconds) Judge(AnomalyModel model, TrainingSample sample)
    {
        var watch = Stopwatch.StartNew();
        var detection = model.Detect(sample.LoadImage());
        var milliseconds = watch.Elapsed.TotalMilliseconds;
        return (new(sample.Name, sample.IsAnomalous, detection.IsAnomalous, detection.AnomalyScore)
        {
            TrueMask = detection.Mask is null ? null : sample.LoadMask?.Invoke(),
            DetectedMask = detection.Mask,
        }, milliseconds);
    }

    /// <summary>Compares a heat map with what is known of the image's pixels.</summary>
    private static void Rank(AnomalyModel model, DatasetEntry entry, IEnumerable<PixelRanking> rankings)
    {
        if (entry is not ({ MaskRef: not null } or { IsAnomalous: false }))
        {
            return;
        }

        var image = ImageFile.Decode(entry.SourceRef);
        var values = model.MapAnomalies(image).Enlarge(image.Width, image.Height);
        var truth = entry.MaskRef is null ? null : MaskReader.Read(entry, [.. entry.MaskLabels.Values.Distinct()]);
        foreach (var ranking in rankings)
        {
            ranking.Add(values, truth?.Classes);
        }
    }

    // The first image pays for the compiler, which no mean of a few dozen would hide.
    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
