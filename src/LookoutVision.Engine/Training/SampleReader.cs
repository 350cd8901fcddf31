using LookoutVision.Engine.Features;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Reads training samples at the working size; tells of each one's faults by its name.</summary>
internal sealed class SampleReader
{
    private const int FaultsNamed = 5;

    private readonly IReadOnlyList<TrainingSample> _samples;
    private readonly (int Width, int Height)[] _sizes;

    private SampleReader(IReadOnlyList<TrainingSample> samples, (int Width, int Height)[] sizes, (int Width, int Height) imageSize)
    {
        _samples = samples;
        _sizes = sizes;
        ImageSize = imageSize;
        Scale = WorkingScale.For(sizes);
    }

    /// <summary>The size of the images; of most of them where they differ.</summary>
    public (int Width, int Height) ImageSize { get; }

    public WorkingScale Scale { get; }

    /// <summary>A sample's working size.</summary>
    public WorkingSize SizeOf(int index) => Scale.For(_sizes[index].Width, _sizes[index].Height);

    /// <summary>Looks at every sample once.</summary>
    /// <param name="samples">All samples.</param>
    /// <param name="resize">Whether they may differ in size.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="thumbnails">What <see cref="SimilarImages"/> compares, made on the way.</param>
    /// <param name="cancellationToken">Stops the work before the next image.</param>
    /// <exception cref="TrainingException">A sample cannot be read, or they differ in size.</exception>
    public static SampleReader Open(
        IReadOnlyList<TrainingSample> samples, bool resize, int threads, out float[][] thumbnails, CancellationToken cancellationToken)
    {
        var sizes = new (int Width, int Height)[samples.Count];
        var small = new float[samples.Count][];
        Loops.For(samples.Count, threads, i =>
        {
            var image = LoadImage(samples[i]);
            sizes[i] = (image.Width, image.Height);
            small[i] = SimilarImages.Thumbnail(image);
        }, cancellationToken);
        thumbnails = small;
        var common = sizes.GroupBy(s => s).OrderByDescending(g => g.Count()).First().Key;
        if (!resize && sizes.Any(s => s != common))
        {
            throw DifferentSizes(samples, sizes, common);
        }

        return new SampleReader(samples, sizes, common);
    }

    /// <summary>A sample's image at the working size, in Lab.</summary>
    public ImagePyramids Read(int index) => WorkingImage.Of(LoadImage(_samples[index]), SizeOf(index));

    /// <summary>A sample's mask; null where it has none.</summary>
    /// <exception cref="TrainingException">It cannot be read, or is not of the image's size.</exception>
    public LabelMap? ReadMask(int index)
    {
        var sample = _samples[index];
        LabelMap? mask;
        try
        {
            mask = sample.LoadMask?.Invoke();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new TrainingException($"The mask of '{sample.Name}' cannot be used: {e.Message}", e);
        }

        var (width, height) = _sizes[index];
        return mask is null || (mask.Width == width && mask.Height == height)
            ? mask
            : throw new TrainingException(
                $"The mask of '{sample.Name}' cannot be used: it is {mask.Width}x{mask.Height} pixels, its image {width}x{height}.");
    }

    private static RasterImage LoadImage(TrainingSample sample)
    {
        try
        {
            return sample.LoadImage();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new TrainingException($"'{sample.Name}' cannot be used: {e.Message}", e);
        }
    }

    private static TrainingException DifferentSizes(
        IReadOnlyList<TrainingSample> samples, (int Width, int Height)[] sizes, (int Width, int Height) common)
    {
        var odd = Enumerable.Range(0, samples.Count).Where(i => sizes[i] != common).ToArray();
        var named = odd.Take(FaultsNamed).Select(i => $"'{samples[i].Name}' ({sizes[i].Width}x{sizes[i].Height})");
        var more = odd.Length > FaultsNamed ? $" and {odd.Length - FaultsNamed} more" : "";
        return new TrainingException(
            $"All images must have one size. Most are {common.Width}x{common.Height} pixels, not so {string.Join(", ", named)}{more}.");
    }
}
