namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>What a network computes on the way from one image to its labels, kept for the way back; memory is used again for the next image.</summary>
internal sealed class UNetPass
{
    private readonly UNet _net;

    public UNetPass(UNet net, int width, int height)
    {
        _net = net;
        for (var level = 0; level < UNet.Levels; level++)
        {
            var (w, h) = (width >> level, height >> level);
            if (level > 0)
            {
                Pooled.Add(new(w, h, net.Down[2 * level].Inputs));
            }

            Down.Add(new(w, h, net.Down[2 * level].Outputs));
            Down.Add(new(w, h, net.Down[(2 * level) + 1].Outputs));
        }

        for (var level = UNet.Levels - 2; level >= 0; level--)
        {
            var (w, h) = (width >> level, height >> level);
            var at = 2 * (UNet.Levels - 2 - level);
            Joined.Add(new(w, h, net.Up[at].Inputs));
            Up.Add(new(w, h, net.Up[at].Outputs));
            Up.Add(new(w, h, net.Up[at + 1].Outputs));
        }

        Output = new(width, height, net.Last.Outputs);
    }

    /// <summary>What went in.</summary>
    public Activation? Input { get; private set; }

    /// <summary>Outputs of <see cref="UNet.Down"/>.</summary>
    public List<Activation> Down { get; } = [];

    /// <summary>Halved inputs of the levels below the finest.</summary>
    public List<Activation> Pooled { get; } = [];

    /// <summary>The coarser level enlarged beside the same level's way down; inputs of <see cref="UNet.Up"/>.</summary>
    public List<Activation> Joined { get; } = [];

    /// <summary>Outputs of <see cref="UNet.Up"/>.</summary>
    public List<Activation> Up { get; } = [];

    public Activation Output { get; }

    public Activation Forward(Activation image)
    {
        Input = image;
        for (var level = 0; level < UNet.Levels; level++)
        {
            var input = image;
            if (level > 0)
            {
                input = Pooled[level - 1];
                Resizing.Halve(Down[(2 * level) - 1], input);
            }

            _net.Down[2 * level].Forward(input, Down[2 * level]);
            _net.Down[(2 * level) + 1].Forward(Down[2 * level], Down[(2 * level) + 1]);
        }

        var coarse = Down[^1];
        for (var i = 0; i < Joined.Count; i++)
        {
            Resizing.Join(coarse, Down[SkipOf(i)], Joined[i]);
            _net.Up[2 * i].Forward(Joined[i], Up[2 * i]);
            _net.Up[(2 * i) + 1].Forward(Up[2 * i], Up[(2 * i) + 1]);
            coarse = Up[(2 * i) + 1];
        }

        _net.Last.Forward(coarse, Output);
        return Output;
    }

    /// <summary>Which way-down output step i of the way up is joined with.</summary>
    public static int SkipOf(int i) => (2 * (UNet.Levels - 2 - i)) + 1;
}
