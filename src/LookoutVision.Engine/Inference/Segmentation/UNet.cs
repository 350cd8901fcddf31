namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>
/// A small U-Net (Ronneberger et al. 2015): two convolutions a level on the way down and up, three halvings,
/// and a last layer with a channel a label. Any size that is a multiple of <see cref="Multiple"/> goes through it.
/// </summary>
internal sealed class UNet
{
    public const int Inputs = 4;
    public const int Multiple = 8;
    public const int Levels = 4;

    private static readonly int[] Widths = [8, 16, 24, 32];

    public UNet(int labels)
    {
        Labels = labels;
        for (var level = 0; level < Levels; level++)
        {
            Down.Add(new(level == 0 ? Inputs : Widths[level - 1], Widths[level], true));
            Down.Add(new(Widths[level], Widths[level], true));
        }

        for (var level = Levels - 2; level >= 0; level--)
        {
            Up.Add(new(Widths[level + 1] + Widths[level], Widths[level], true));
            Up.Add(new(Widths[level], Widths[level], true));
        }

        // Filters come in eights; outputs beyond the labels are computed and not looked at.
        Last = new(Widths[0], (labels + 7) / 8 * 8, false);
    }

    public int Labels { get; }

    /// <summary>Two a level, from the finest.</summary>
    public List<ConvolutionLayer> Down { get; } = [];

    /// <summary>Two a level, from the second coarsest.</summary>
    public List<ConvolutionLayer> Up { get; } = [];

    public ConvolutionLayer Last { get; }

    public IEnumerable<ConvolutionLayer> Layers => [.. Down, .. Up, Last];

    /// <summary>The log odds of each label at each pixel, in rented memory; nothing on the way is kept.</summary>
    public Activation Forward(Activation image)
    {
        using var features = Forward(image, 0);
        var output = Activation.Rent(image.Width, image.Height, Last.Outputs);
        Last.Forward(features, output);
        return output;
    }

    /// <summary>Down and up again from a level.</summary>
    private Activation Forward(Activation input, int level)
    {
        var (width, height) = (input.Width, input.Height);
        using var first = Activation.Rent(width, height, Widths[level]);
        var second = Activation.Rent(width, height, Widths[level]);
        Down[2 * level].Forward(input, first);
        Down[(2 * level) + 1].Forward(first, second);
        if (level == Levels - 1)
        {
            return second;
        }

        using var pooled = Activation.Rent(width / 2, height / 2, Widths[level]);
        Resizing.Halve(second, pooled);
        using var coarse = Forward(pooled, level + 1);
        using var joined = Activation.Rent(width, height, Widths[level + 1] + Widths[level]);
        Resizing.Join(coarse, second, joined);

        // What the way down left here is joined now, and its memory free.
        var up = 2 * (Levels - 2 - level);
        Up[up].Forward(joined, first);
        Up[up + 1].Forward(first, second);
        return second;
    }
}
