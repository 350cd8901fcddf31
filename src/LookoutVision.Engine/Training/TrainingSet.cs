using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>The training images: their labels, their folds, and the way to read them.</summary>
internal sealed class TrainingSet
{
    private readonly IReadOnlyList<TrainingSample> _samples;
    private readonly Alignment[]? _alignments;

    public TrainingSet(IReadOnlyList<TrainingSample> samples, TrainingOptions options, CancellationToken cancellationToken)
    {
        _samples = samples;
        Seed = options.Seed;
        Threads = options.MaxDegreeOfParallelism;
        LabelCount = options.Labels.Count;
        IsAnomalous = samples.Select(s => s.IsAnomalous).ToArray();
        All = Enumerable.Range(0, samples.Count).ToArray();
        Normals = All.Where(i => !IsAnomalous[i]).ToArray();
        Reader = SampleReader.Open(samples, options.Resize, Threads, out var thumbnails, cancellationToken);
        if (AlignmentLearner.Learn(Reader, Count, Normals, thumbnails, Threads, cancellationToken) is { } alignment)
        {
            (Aligner, _alignments) = alignment;
        }

        FoldOf = FoldPlan.Make(samples, thumbnails, Seed).FoldOf;
    }

    public int Seed { get; }

    public int Threads { get; }

    public int LabelCount { get; }

    public SampleReader Reader { get; }

    /// <summary>Lays images over each other; null where that does not help.</summary>
    public Aligner? Aligner { get; }

    public int Count => _samples.Count;

    public bool[] IsAnomalous { get; }

    /// <summary>Whether any image is anomalous.</summary>
    public bool IsSupervised => Normals.Length < Count;

    /// <summary>Whether masks mark the defects of all anomalous images.</summary>
    public bool IsMasked => IsSupervised && All.All(i => !IsAnomalous[i] || HasMask(i));

    public int[] All { get; }

    public int[] Normals { get; }

    /// <summary>The fold of each image.</summary>
    public int[] FoldOf { get; }

    public int[] Inside(int fold) => All.Where(i => FoldOf[i] == fold).ToArray();

    public int[] Outside(int fold) => All.Where(i => FoldOf[i] != fold).ToArray();

    /// <summary>Whether the image shows a defect that a mask marks.</summary>
    public bool HasMask(int image) => LabelCount > 0 && IsAnomalous[image] && _samples[image].LoadMask is not null;

    /// <summary>An image at the working size, in Lab, laid over the others.</summary>
    public AlignedImage ReadAligned(int image)
    {
        var read = Reader.Read(image);
        var aligned = AlignedImage.Of(read, _alignments?[image]);
        if (aligned.Image != read)
        {
            read.Dispose();
        }

        return aligned;
    }

    /// <summary>How an image is bent over the others; null where it is not.</summary>
    public Bending? BendingOf(int image) => _alignments?[image].Bending;

    /// <summary>The share 0..1 of each cell that the image's mask covers, whatever the label; null where there is no mask.</summary>
    public float[]? Coverage(int image, WorkingSize size)
    {
        if (!HasMask(image))
        {
            return null;
        }

        var mask = Reader.ReadMask(image)!;
        var covered = new float[mask.Classes.Length];
        for (var i = 0; i < covered.Length; i++)
        {
            covered[i] = mask.Classes[i] == 0 ? 0 : 1;
        }

        if (_alignments is not null)
        {
            var plane = new FloatImage(size.Width, size.Height, 1, Resampler.Resample(covered, mask.Width, mask.Height, size.Width, size.Height));
            covered = _alignments[image].Warp(plane).Data.ToArray();
            return Resampler.Resample(covered, size.Width, size.Height, size.GridWidth, size.GridHeight);
        }

        return Resampler.Resample(covered, mask.Width, mask.Height, size.GridWidth, size.GridHeight);
    }
}
