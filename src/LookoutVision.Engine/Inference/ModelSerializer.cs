using System.Numerics.Tensors;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>Which part of a model is which array of its file.</summary>
internal static class ModelSerializer
{
    // Together with the size of a cell these bound every array, so that a header cannot ask for the moon.
    private const int MaxSide = 1 << 14;

    public static void Write(AnomalyModel model, Stream stream)
    {
        var file = new ModelFileWriter();
        for (var v = 0; v < model.Views.Count; v++)
        {
            var (encoder, experts) = model.Views[v];
            for (var level = 0; level < encoder.Extractor.Levels.Length; level++)
            {
                file.Add($"view{v}.level{level}.weights", encoder.Extractor.Levels[level].Weights);
                file.Add($"view{v}.level{level}.means", encoder.Extractor.Levels[level].Means);
            }

            file.Add($"view{v}.whitening.mean", encoder.Whitening.Mean);
            file.Add($"view{v}.whitening.projection", encoder.Whitening.Projection);
            file.Add($"view{v}.gaussian.means", experts.Gaussian.Means.Memory);
            file.Add($"view{v}.gaussian.factors", experts.Gaussian.Factors.Memory);
            file.Add($"view{v}.defects.hidden", experts.Defects.Hidden);
            file.Add($"view{v}.defects.output", experts.Defects.Output);
            if (experts.Cells is { } cells)
            {
                file.Add($"view{v}.cells.weights", cells.Weights);
            }

            if (experts.Pooled is { } pooled)
            {
                file.Add($"view{v}.pooled.mean", pooled.Mean);
                file.Add($"view{v}.pooled.scale", pooled.Scale);
                file.Add($"view{v}.pooled.weights", pooled.Weights);
            }
        }

        file.Add("lines.means", model.Lines.Means.Memory);
        file.Add("lines.deviations", model.Lines.Deviations.Memory);
        if (model.Aligner is { } aligner)
        {
            file.Add("reference", aligner.Reference.Memory);
            if (aligner.Bender?.Usual is { } usual)
            {
                file.Add("bending.x", usual.X.Memory);
                file.Add("bending.y", usual.Y.Memory);
            }
        }

        if (model.Stretch is { } stretch)
        {
            file.Add("stretch.means", stretch.Means.Memory);
            file.Add("stretch.deviations", stretch.Deviations.Memory);
        }

        foreach (var (layer, i) in model.Segmenter?.Net.Layers.Select((layer, i) => (layer, i)) ?? [])
        {
            file.Add($"segmenter.layer{i}", layer.Parameters);
        }

        file.Add("verdict.low", model.Head.Statistics.Select(s => s.Low).ToArray());
        file.Add("verdict.high", model.Head.Statistics.Select(s => s.High).ToArray());
        file.Add("verdict.mean", model.Head.Statistics.Select(s => s.Mean).ToArray());
        file.Add("verdict.scale", model.Head.Statistics.Select(s => s.Scale).ToArray());
        file.Add("verdict.weights", model.Head.Weights);
        if (model.Head.Apart is { } apart)
        {
            file.Add("verdict.apart", apart);
        }

        var size = model.Scale.Typical;
        file.Write(stream, new ModelFileHeader
        {
            EngineVersion = typeof(ModelSerializer).Assembly.GetName().Version!.ToString(3),
            ImageWidth = model.ImageWidth,
            ImageHeight = model.ImageHeight,
            Labels = model.Labels,
            Origin = model.Origin,
            WorkingSize = new(size.Width, size.Height, size.CellSize, model.Scale.Factor),
            Aligned = model.Aligner is not null,
            Bends = model.Aligner is { Bender: not null },
            Views = model.Views.Select(v => v.Encoder.Extractor.Kind).ToArray(),
            Supervised = model.Views[0].Experts.Cells is not null,
            Pooled = model.Views[0].Experts.Pooled is not null,
            Segmenter = model.Segmenter is { } s ? new(s.Reduction, s.Thresholds) : null,
            Threshold = model.Head.Threshold,
            Slope = model.Head.Slope,
        });
    }

    public static AnomalyModel Read(Stream stream)
    {
        var file = ModelFileReader.Read(stream);
        var header = file.Header;
        var size = new WorkingSize(header.WorkingSize.Width, header.WorkingSize.Height, header.WorkingSize.CellSize);
        if (header.ImageWidth < 0 || header.ImageHeight < 0 || size.CellSize is not (4 or 8) || size.Width is < 8 or > MaxSide || size.Height is < 8 or > MaxSide
            || !double.IsFinite(header.WorkingSize.Factor) || header.WorkingSize.Factor < 0 || (header.Aligned && header.WorkingSize.Factor > 0)
            || size.Width % 8 != 0 || size.Height % 8 != 0 || header.Views.Count == 0
            || !double.IsFinite(header.Threshold) || !double.IsFinite(header.Slope) || header.Slope <= 0)
        {
            throw new ModelFormatException("has a header that makes no sense");
        }

        var views = header.Views.Select((kind, v) => ReadView(file, kind, v, size)).ToArray();
        var segmenter = header.Segmenter is null ? null : ReadSegmenter(file, header.Segmenter);
        var lines = ReadLines(file, size);
        var stretch = header is { Aligned: true, Bends: true } ? ReadStretch(file, size) : null;
        var statistics = views.Sum(view => view.Experts.StatisticKinds.Count) + 1 + (stretch is null ? 0 : 1) + (segmenter is null ? 0 : 1);
        var head = new VerdictHead(
            ReadScales(file, statistics),
            file.Array("verdict.weights", statistics),
            header.Supervised ? null : file.Array("verdict.apart", statistics),
            header.Threshold,
            header.Slope);
        return new AnomalyModel(new WorkingScale(size, header.WorkingSize.Factor), views, lines, head)
        {
            Segmenter = segmenter,
            Stretch = stretch,
            Aligner = header.Aligned ? ReadAligner(file, header.Bends, size) : null,
            ImageWidth = header.ImageWidth,
            ImageHeight = header.ImageHeight,
            Labels = header.Labels,
            Origin = header.Origin,
        };
    }

    private static Segmenter ReadSegmenter(ModelFileReader file, ModelFileHeader.SegmenterHeader header)
    {
        var labels = file.Header.Labels.Count;
        if (labels == 0 || header.Thresholds.Length != labels || header.Thresholds.Any(t => !(t > 0 && t < 1))
            || header.Reduction is not (1 or 2 or 4))
        {
            throw new ModelFormatException("has a segmenter that makes no sense");
        }

        var net = new UNet(labels);
        foreach (var (layer, i) in net.Layers.Select((layer, i) => (layer, i)))
        {
            file.Array($"segmenter.layer{i}", layer.Parameters.Length).CopyTo(layer.Parameters, 0);
        }

        return new Segmenter(net, header.Thresholds, header.Reduction);
    }

    private static StatisticScale[] ReadScales(ModelFileReader file, int count)
    {
        var (low, high) = (file.Array("verdict.low", count), file.Array("verdict.high", count));
        var (mean, scale) = (file.Array("verdict.mean", count), file.Array("verdict.scale", count));
        if (low.Zip(high).Any(limits => !(limits.First <= limits.Second)))
        {
            throw new ModelFormatException("has limits that make no sense");
        }

        return low.Select((l, i) => new StatisticScale(l, high[i], mean[i], scale[i])).ToArray();
    }

    private static NormalLines ReadLines(ModelFileReader file, WorkingSize size)
    {
        var lines = new NormalLines(
            ReadPlaces(file, "lines.means", LineDetector.Kinds, size), ReadPlaces(file, "lines.deviations", LineDetector.Kinds, size));
        return TensorPrimitives.Min<float>(lines.Deviations.Data) > 0
            ? lines
            : throw new ModelFormatException("has deviations that make no sense");
    }

    private static Aligner ReadAligner(ModelFileReader file, bool bends, WorkingSize size)
    {
        var reference = ReadQuarter(file, "reference", size);
        return new(reference, bends ? new(reference, new(ReadQuarter(file, "bending.x", size), ReadQuarter(file, "bending.y", size))) : null);
    }

    private static NormalStretch ReadStretch(ModelFileReader file, WorkingSize size)
    {
        var stretch = new NormalStretch(ReadQuarter(file, "stretch.means", size), ReadQuarter(file, "stretch.deviations", size));
        return TensorPrimitives.Min<float>(stretch.Deviations.Data) > 0
            ? stretch
            : throw new ModelFormatException("has deviations that make no sense");
    }

    /// <summary>A value of each pixel at a quarter of the working size.</summary>
    private static FloatImage ReadQuarter(ModelFileReader file, string name, WorkingSize size)
    {
        var (width, height) = (size.Width / 4, size.Height / 4);
        return new FloatImage(width, height, 1, file.Array(name, width * height));
    }

    private static (CellEncoder Encoder, ExpertSet Experts) ReadView(ModelFileReader file, FeatureKind kind, int v, WorkingSize size)
    {
        var levels = Enumerable.Range(0, FeatureExtractor.LevelCount)
            .Select(level => new LevelFilters(
                file.Array($"view{v}.level{level}.weights", LevelFilters.Taps * LevelFilters.Count),
                file.Array($"view{v}.level{level}.means", LevelFilters.Count)))
            .ToArray();
        var whitening = new Whitening(
            file.Array($"view{v}.whitening.mean", FeatureExtractor.Dimensions),
            file.Array($"view{v}.whitening.projection", FeatureExtractor.Dimensions * Whitening.Dimensions));
        var gaussian = new PositionalGaussian(
            ReadPlaces(file, $"view{v}.gaussian.means", PositionalGaussian.Dimensions, size),
            ReadPlaces(file, $"view{v}.gaussian.factors", PositionalGaussian.Triangle, size));
        var defects = new DefectClassifier(
            file.Array($"view{v}.defects.hidden", DefectClassifier.Units * DefectClassifier.Inputs),
            file.Array($"view{v}.defects.output", DefectClassifier.Units + 1));
        var cells = !file.Header.Supervised ? null : new CellClassifier(file.Array($"view{v}.cells.weights", CellClassifier.Inputs + 1));
        var pooled = !file.Header.Pooled ? null : new PooledClassifier(
            file.Array($"view{v}.pooled.mean", PooledClassifier.Inputs),
            file.Array($"view{v}.pooled.scale", PooledClassifier.Inputs),
            file.Array($"view{v}.pooled.weights", PooledClassifier.Inputs + 1));
        return (new(new(kind, levels), whitening), new(gaussian, defects, cells, pooled));
    }

    /// <summary>Values of each place of the typical grid.</summary>
    private static FloatImage ReadPlaces(ModelFileReader file, string name, int channels, WorkingSize size) =>
        new(size.GridWidth, size.GridHeight, channels, file.Array(name, size.Cells * channels));
}
