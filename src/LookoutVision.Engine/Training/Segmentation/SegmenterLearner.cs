using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>Learns to mark defects from masks: networks on parts of the images, to choose thresholds and to judge the images they did not see, and one on all.</summary>
internal sealed class SegmenterLearner(TrainingSet set)
{
    // A network takes long to train, so folds share them.
    private const int HeldOutNets = 3;

    // Each takes a few hundred KiB; more than this many normal images teach the network nothing new.
    private const int MaxNormals = 400;

    // A typical defect measures at least this many of the network's pixels.
    private const double DefectSide = 8;
    private const int MaxReduction = 4;

    private readonly int _reduction = ReductionFor(set);

    private int[] _netOfFold = [];

    public LearnedSegmenter Learn(IReadOnlyList<string> labels, Action<double> progress, CancellationToken cancellationToken)
    {
        var masked = set.All.Where(set.HasMask).ToArray();
        var normals = set.Normals.Take(MaxNormals).ToArray();
        var images = new MaskedImage?[set.Count];
        int[] used = [.. masked, .. normals];
        Loops.For(used.Length, set.Threads, i => images[used[i]] = Load(used[i]), cancellationToken);
        _netOfFold = HeldOutParts.Deal(set.FoldOf, images, set.LabelCount, HeldOutNets);
        var nets = new UNet[HeldOutNets + 1];
        var scheduler = Loops.Shared(set.Threads);
        var done = new double[nets.Length];
        Loops.For(nets.Length, set.Threads, net =>
        {
            // The last is trained on all: no image is held out from it. So is one from which all the masks there are would be held out.
            MaskedImage[] Of(int[] indices) => indices.Where(i => NetOf(i) != net).Select(i => images[i]!).ToArray();
            var defective = Of(masked) is { Length: > 0 } some ? some : masked.Select(i => images[i]!).ToArray();
            var learner = new NetLearner(defective, Of(normals), set.LabelCount, _reduction == MaxReduction, set.Seed);
            nets[net] = learner.Train(set.Threads, scheduler, part =>
            {
                lock (done)
                {
                    // Counted and told in one: told apart, a thread could overtake and the progress fall.
                    done[net] = part;
                    progress(0.95 * done.Average());
                }
            }, cancellationToken);
        }, cancellationToken, scheduler);

        var heldOut = new float[set.Count];
        var counts = new ThresholdChoice[set.Count];
        Loops.For(set.Count, set.Threads, i =>
        {
            var image = images[i] ?? Load(i);
            using var looked = image.ToFloats();
            var logOdds = new Segmenter(nets[NetOf(i)], [], _reduction).LogOdds(looked);
            heldOut[i] = Segmenter.Statistic(logOdds);
            counts[i] = new ThresholdChoice(set.LabelCount);
            counts[i].Add(logOdds, image.Classes);
        }, cancellationToken);

        // Anomalous images without a mask have defects that nobody marked: they tell nothing of thresholds.
        int[] judged = [.. masked, .. set.Normals];
        var choice = new ThresholdChoice(set.LabelCount);
        foreach (var i in judged)
        {
            choice.Add(counts[i]);
        }

        var thresholds = choice.Best();
        return new LearnedSegmenter(
            new Segmenter(nets[^1], thresholds, _reduction), heldOut, Metrics(labels, judged, images, nets, thresholds, cancellationToken));
    }

    /// <summary>The network that an image is held out from.</summary>
    private int NetOf(int image) => _netOfFold[set.FoldOf[image]];

    private LabelMetrics[] Metrics(
        IReadOnlyList<string> labels, int[] judged, MaskedImage?[] images, UNet[] nets, float[] thresholds, CancellationToken cancellationToken)
    {
        var counts = labels.Select(_ => new LabelCounts()).ToArray();
        foreach (var i in judged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var image = images[i] ?? Load(i);
            using var looked = image.ToFloats();
            var (width, height) = (image.Width, image.Height);
            var segmenter = new Segmenter(nets[NetOf(i)], thresholds, _reduction);
            var found = segmenter.Mark(segmenter.LogOdds(looked), set.Reader.SizeOf(i), width, height);
            for (var label = 0; label < counts.Length; label++)
            {
                counts[label].Add(image.Classes ?? new byte[width * height], found.Classes, label + 1);
            }
        }

        return counts.Select((c, label) => c.Metrics(labels[label])).ToArray();
    }

    /// <summary>The coarsest of 4, 2 and 1 at which a typical defect is still large enough to be seen: coarse means context, and speed.</summary>
    private static int ReductionFor(TrainingSet set)
    {
        var sides = new double[set.Count];
        Loops.For(set.Count, set.Threads, i => sides[i] = set.HasMask(i) ? DefectSideOf(set, i) : 0);
        var sorted = sides.Where(s => s > 0).Order().ToArray();
        var typical = sorted.Length > 0 ? sorted[sorted.Length / 2] : 0;
        var reduction = MaxReduction;
        while (reduction > 1 && typical < DefectSide * reduction)
        {
            reduction /= 2;
        }

        return reduction;
    }

    /// <summary>The side of the square that holds as many pixels of the working size as the mask marks.</summary>
    private static double DefectSideOf(TrainingSet set, int image)
    {
        var mask = set.Reader.ReadMask(image)!;
        var size = set.Reader.SizeOf(image);
        var scale = (double)size.Width * size.Height / ((double)mask.Width * mask.Height);
        return Math.Sqrt(mask.Classes.Count(c => c != 0) * scale);
    }

    private MaskedImage Load(int index)
    {
        using var read = set.Reader.Read(index);
        using var image = SegmentationImage.Of(read, _reduction);
        return new MaskedImage(image, set.HasMask(index) ? Classes(index, image.Width, image.Height) : null);
    }

    /// <summary>The class that covers most of each of the network's pixels.</summary>
    private byte[] Classes(int index, int width, int height)
    {
        var mask = set.Reader.ReadMask(index)!;
        var classes = new byte[width * height];
        var most = new float[width * height];
        Array.Fill(most, 0.5f);
        for (var label = 1; label <= set.LabelCount; label++)
        {
            var plane = Array.ConvertAll(mask.Classes, c => c == label ? 1f : 0f);
            var cover = Resampler.Resample(plane, mask.Width, mask.Height, width, height);
            for (var i = 0; i < classes.Length; i++)
            {
                if (cover[i] > most[i])
                {
                    (classes[i], most[i]) = ((byte)label, cover[i]);
                }
            }
        }

        return classes;
    }
}
