using System.Runtime.Intrinsics;

namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>Halving by means of four, doubling by repetition, and how gradients go back through both.</summary>
internal static class Resizing
{
    // Every layer's outputs come in eights.
    private const int Lanes = 8;

    public static void Halve(Activation source, Activation target)
    {
        var channels = source.Channels;
        for (var y = 0; y < target.Height; y++)
        {
            var above = source.Row(2 * y);
            var below = source.Row((2 * y) + 1);
            var to = target.Row(y);
            for (var x = 0; x < to.Length; x += channels)
            {
                for (var c = 0; c < channels; c += Lanes)
                {
                    var left = (2 * x) + c;
                    ((Load(above, left) + Load(above, left + channels) + Load(below, left) + Load(below, left + channels)) * 0.25f)
                        .CopyTo(to[(x + c)..]);
                }
            }
        }
    }

    /// <summary>Sets the gradient before halving, given the one after and the one that was skipped past it.</summary>
    public static void HalveBack(Activation gradient, Activation skipGradient, Activation sourceGradient)
    {
        var channels = gradient.Channels;
        for (var y = 0; y < sourceGradient.Height; y++)
        {
            var from = gradient.Row(y / 2);
            var skipped = skipGradient.Row(y);
            var to = sourceGradient.Row(y);
            for (var x = 0; x < sourceGradient.Width; x++)
            {
                for (var c = 0; c < channels; c += Lanes)
                {
                    var at = (x * channels) + c;
                    (Load(skipped, at) + (Load(from, (x / 2 * channels) + c) * 0.25f)).CopyTo(to[at..]);
                }
            }
        }
    }

    /// <summary>The coarse activation doubled, and the skipped one, channel after channel.</summary>
    public static void Join(Activation coarse, Activation skip, Activation target)
    {
        for (var y = 0; y < target.Height; y++)
        {
            var low = coarse.Row(y / 2);
            var high = skip.Row(y);
            var to = target.Row(y);
            for (var x = 0; x < target.Width; x++)
            {
                var pixel = to[(x * target.Channels)..];
                for (var c = 0; c < coarse.Channels; c += Lanes)
                {
                    Load(low, (x / 2 * coarse.Channels) + c).CopyTo(pixel[c..]);
                }

                for (var c = 0; c < skip.Channels; c += Lanes)
                {
                    Load(high, (x * skip.Channels) + c).CopyTo(pixel[(coarse.Channels + c)..]);
                }
            }
        }
    }

    /// <summary>Sets the coarse and the skipped gradient, given the joined one.</summary>
    public static void JoinBack(Activation gradient, Activation coarseGradient, Activation skipGradient)
    {
        var (all, coarse, skip) = (gradient.Channels, coarseGradient.Channels, skipGradient.Channels);
        for (var y = 0; y < coarseGradient.Height; y++)
        {
            var above = gradient.Row(2 * y);
            var below = gradient.Row((2 * y) + 1);
            var to = coarseGradient.Row(y);
            for (var x = 0; x < coarseGradient.Width; x++)
            {
                for (var c = 0; c < coarse; c += Lanes)
                {
                    var left = (2 * x * all) + c;
                    (Load(above, left) + Load(above, left + all) + Load(below, left) + Load(below, left + all)).CopyTo(to[((x * coarse) + c)..]);
                }
            }
        }

        for (var y = 0; y < gradient.Height; y++)
        {
            var from = gradient.Row(y);
            var to = skipGradient.Row(y);
            for (var x = 0; x < gradient.Width; x++)
            {
                for (var c = 0; c < skip; c += Lanes)
                {
                    Load(from, (x * all) + coarse + c).CopyTo(to[((x * skip) + c)..]);
                }
            }
        }
    }

    private static Vector256<float> Load(ReadOnlySpan<float> row, int at) => Vector256.Create(row.Slice(at, Lanes));
}
