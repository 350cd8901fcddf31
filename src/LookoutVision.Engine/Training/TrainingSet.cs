using LookoutVision.Engine.Features;

namespace LookoutVision.Engine.Training;

/// <summary>The training images: their labels, their folds, and the way to read them.</summary>
internal sealed class TrainingSet
{
    private readonly IReadOnlyList<TrainingSample> _samples;

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
        FoldOf = Folds.Assign(IsAnomalous, SimilarImages.Group(samples, thumbnails), Seed);
    }

    public int Seed { get; }

    public int Threads { get; }

    public int LabelCount { get; }

    public SampleReader Reader { get; }

    public int Count => _samples.Count;

    public bool[] IsAnomalous { get; }

    /// <summary>Whether any image is anomalous.</summary>
    public bool IsSupervised => Normals.Length < Count;

    public int[] All { get; }

    public int[] Normals { get; }

    /// <summary>The fold of each image.</summary>
    public int[] FoldOf { get; }

    public int[] Inside(int fold) => All.Where(i => FoldOf[i] == fold).ToArray();

    public int[] Outside(int fold) => All.Where(i => FoldOf[i] != fold).ToArray();

    public bool HasMask(int image) => LabelCount > 0 && IsAnomalous[image] && _samples[image].LoadMask is not null;

    /// <summary>The share 0..1 of each cell that the image's mask covers, whatever the label; null where there is no mask.</summary>
    public float[]? Coverage(int image)
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

        return Resampler.Resample(covered, mask.Width, mask.Height, Reader.Size.GridWidth, Reader.Size.GridHeight);
    }
}
