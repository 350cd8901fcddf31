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

    /// <summary>The log odds of each label at each pixel.</summary>
    public Activation Forward(Activation image) => new UNetPass(this, image.Width, image.Height).Forward(image);
}
