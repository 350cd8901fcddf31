using System.Numerics.Tensors;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference.Localisation;
using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>A trained model: judges images, any number of threads at once.</summary>
public sealed class AnomalyModel
{
    internal AnomalyModel(WorkingScale scale, IReadOnlyList<(CellEncoder Encoder, ExpertSet Experts)> views, NormalLines lines, VerdictHead head)
    {
        Scale = scale;
        Views = views;
        Lines = lines;
        Head = head;
    }

    /// <summary>Width of the images it was trained on, in pixels; 0 where they differed and any size is taken.</summary>
    public int ImageWidth { get; init; }

    /// <summary>Height of the images it was trained on, in pixels; 0 where they differed and any size is taken.</summary>
    public int ImageHeight { get; init; }

    /// <summary>The anomaly types it marks; empty for a classification model.</summary>
    public IReadOnlyList<SegmentationLabel> Labels { get; init; } = [];

    /// <summary>What it was trained on.</summary>
    public required ModelOrigin Origin { get; init; }

    /// <summary>Lays images over a reference; null where the parts have no common pose.</summary>
    internal Aligner? Aligner { get; init; }

    /// <summary>How much normal parts are stretched; null where images are not bent.</summary>
    internal NormalStretch? Stretch { get; init; }

    /// <summary>Marks defects; null for a classification model.</summary>
    internal Segmenter? Segmenter { get; init; }

    internal WorkingScale Scale { get; }

    /// <summary>The kinds of features looked at, each with its experts.</summary>
    internal IReadOnlyList<(CellEncoder Encoder, ExpertSet Experts)> Views { get; }

    /// <summary>How strong lines are in normal images.</summary>
    internal NormalLines Lines { get; }

    internal VerdictHead Head { get; }

    /// <summary>Judges one image.</summary>
    /// <exception cref="ArgumentException">The image is not of the model's size.</exception>
    /// <exception cref="ModelFormatException">The model's numbers, though finite, make no verdict: it is not one that was trained.</exception>
    public Detection Detect(RasterImage image) => Judge(image, mapped: false).Detection;

    /// <summary>Tells which places of one image make it anomalous; a classification model can, too.</summary>
    /// <inheritdoc cref="Detect" path="/exception"/>
    public AnomalyHeatmap MapAnomalies(RasterImage image) => Judge(image, mapped: true).Heatmap!;

    /// <summary>Writes the model as one self-describing file.</summary>
    public void Save(Stream stream) => ModelSerializer.Write(this, stream);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="ModelFormatException">Not a model file, damaged, or of another format version.</exception>
    public static AnomalyModel Load(Stream stream) => ModelSerializer.Read(stream);

    private (Detection Detection, AnomalyHeatmap? Heatmap) Judge(RasterImage image, bool mapped)
    {
        if (ImageWidth != 0 && (image.Width != ImageWidth || image.Height != ImageHeight))
        {
            throw new ArgumentException(
                $"is {image.Width}x{image.Height} pixels; the model was trained on {ImageWidth}x{ImageHeight}", nameof(image));
        }

        var size = Scale.For(image.Width, image.Height);
        using var working = WorkingImage.Of(image, size);
        using var aligned = Aligner?.Align(working) ?? AlignedImage.Of(working, null);
        var statistics = new List<float>();
        var maps = new List<float[]>();
        foreach (var (encoder, experts) in Views)
        {
            var cells = encoder.Encode(aligned, size);
            using var held = cells.Features;
            var (judged, distances) = experts.Judge(cells);
            statistics.AddRange(judged);
            if (mapped)
            {
                maps.Add(Resampler.Resample(experts.LogOdds(cells, distances), cells.Width, cells.Height, size.GridWidth, size.GridHeight));
            }
        }

        var strangeness = Lines.Strangeness(aligned, size);
        statistics.Add(NormalLines.Statistic(strangeness));
        using var strained = Stretch?.Strangeness(aligned.Alignment.Bending!.Stretch);
        if (strained is not null)
        {
            statistics.Add(NormalStretch.Statistic(strained));
        }

        float[][]? marks = null;
        if (Segmenter is not null)
        {
            using var looked = SegmentationImage.Of(working, Segmenter.Reduction);
            marks = Segmenter.LogOdds(looked);
            statistics.Add(Segmentation.Segmenter.Statistic(marks));
        }

        var score = Head.Probability(statistics.ToArray());
        if (double.IsNaN(score))
        {
            throw new ModelFormatException("holds numbers that make no verdict");
        }

        var isAnomalous = score > 0.5;
        return (
            new Detection { IsAnomalous = isAnomalous, AnomalyScore = score, Mask = marks is null ? null : Mask(marks) },
            mapped ? HeatmapBuilder.Build(maps, Oddities(strangeness, strained, size), size, aligned.Alignment, score) : null);

        // On an image that is called normal nothing is marked, as in the service.
        LabelMap Mask(float[][] logOdds) => isAnomalous
            ? Segmenter!.Mark(logOdds, size, image.Width, image.Height)
            : new LabelMap(image.Width, image.Height, new byte[image.Width * image.Height]);
    }

    /// <summary>What strange lines, and how the part had to be stretched, add to the log odds of each cell; null where defects were shown: what they look like tells better where they are.</summary>
    private float[]? Oddities(float[] lines, FloatImage? stretch, WorkingSize size)
    {
        if (Views[0].Experts.Cells is not null)
        {
            return null;
        }

        var oddities = NormalLines.LogOdds(lines, size);
        if (stretch is not null)
        {
            TensorPrimitives.Add(oddities, NormalStretch.LogOdds(stretch, size), oddities);
        }

        return oddities;
    }
}
