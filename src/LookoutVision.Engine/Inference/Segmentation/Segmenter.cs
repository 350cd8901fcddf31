using System.Numerics.Tensors;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>Marks each anomaly type's pixels.</summary>
/// <param name="Net">The network.</param>
/// <param name="Thresholds">For each label, the probability above which a pixel is marked.</param>
/// <param name="Reduction">Pixels of the working size to one of the network's: coarse for large defects, fine for small ones.</param>
internal sealed record Segmenter(UNet Net, float[] Thresholds, int Reduction)
{
    // How many of the surest pixels speak for the image: a few, as a small defect has no more.
    private const int SurestPixels = 20;

    // A few stray pixels are no defect: the smallest one that is looked for covers four of the coarsest network's.
    private const int FewestPixels = 4;

    /// <summary>Log odds of each label at each pixel of the network's size, a plane a label.</summary>
    public float[][] LogOdds(FloatImage image)
    {
        var (width, height) = (Whole(image.Width), Whole(image.Height));
        using var input = Activation.Rent(width, height, UNet.Inputs);
        for (var y = 0; y < height; y++)
        {
            var source = image.Row(Math.Min(y, image.Height - 1));
            var target = input.Row(y);
            source.CopyTo(target);
            for (var x = image.Width; x < width; x++)
            {
                source[^UNet.Inputs..].CopyTo(target[(x * UNet.Inputs)..]);
            }
        }

        using var output = Net.Forward(input);
        var planes = new float[Net.Labels][];
        for (var label = 0; label < planes.Length; label++)
        {
            planes[label] = new float[image.Pixels];
            for (var y = 0; y < image.Height; y++)
            {
                var row = output.Row(y);
                for (var x = 0; x < image.Width; x++)
                {
                    planes[label][(y * image.Width) + x] = row[(x * output.Channels) + label];
                }
            }
        }

        return planes;
    }

    /// <summary>The mean log odds of the surest pixels of any label: what the mask says of the whole image.</summary>
    public static float Statistic(float[][] logOdds)
    {
        var best = (float[])logOdds[0].Clone();
        foreach (var plane in logOdds.Skip(1))
        {
            TensorPrimitives.Max(best, plane, best);
        }

        ReadOnlySpan<float> surest = Selection.Top(best, Math.Min(best.Length, SurestPixels));
        return TensorPrimitives.Sum(surest) / surest.Length;
    }

    /// <summary>The class of each pixel of the image: the label that is furthest above its threshold, else background.</summary>
    public LabelMap Mark(float[][] logOdds, WorkingSize size, int width, int height)
    {
        var classes = new byte[width * height];
        var best = new float[width];
        var enlarged = new float[width];
        var marked = Enumerable.Range(0, logOdds.Length)
            .Select(label => new MarkedLabel(label, logOdds[label], size.Width / Reduction, Thresholds[label]))
            .Where(label => label.Count >= FewestPixels)
            .ToArray();
        var resampler = new PlaneResampler(size.Width / Reduction, size.Height / Reduction, width, height);
        for (var y = 0; y < height; y++)
        {
            Array.Clear(best);
            foreach (var label in marked)
            {
                // Most rows show no defect.
                if (label.IsIn(resampler.SourceRows(y)))
                {
                    resampler.Row(label.LogOdds, y, enlarged);
                    label.Mark(enlarged, best, classes.AsSpan(y * width, width));
                }
            }
        }

        return new LabelMap(width, height, classes);
    }

    private static int Whole(int side) => (side + UNet.Multiple - 1) / UNet.Multiple * UNet.Multiple;
}
