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

    /// <summary>Adds to the gradient before halving, given the one after.</summary>
    public static void HalveBack(Activation gradient, Activation sourceGradient)
    {
        var channels = gradient.Channels;
        for (var y = 0; y < sourceGradient.Height; y++)
        {
            var from = gradient.Row(y / 2);
            var to = sourceGradient.Row(y);
            for (var x = 0; x < sourceGradient.Width; x++)
            {
                for (var c = 0; c < channels; c += Lanes)
                {
                    var at = (x * channels) + c;
                    (Load(to, at) + (Load(from, (x / 2 * channels) + c) * 0.25f)).CopyTo(to[at..]);
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
        Array.Clear(coarseGradient.Data);
        for (var y = 0; y < gradient.Height; y++)
        {
            var from = gradient.Row(y);
            var low = coarseGradient.Row(y / 2);
            var high = skipGradient.Row(y);
            for (var x = 0; x < gradient.Width; x++)
            {
                var pixel = from.Slice(x * gradient.Channels, gradient.Channels);
                var coarse = low.Slice(x / 2 * coarseGradient.Channels, coarseGradient.Channels);
                for (var c = 0; c < coarse.Length; c += Lanes)
                {
                    (Load(coarse, c) + Load(pixel, c)).CopyTo(coarse[c..]);
                }

                for (var c = 0; c < skipGradient.Channels; c += Lanes)
                {
                    Load(pixel, coarse.Length + c).CopyTo(high[((x * skipGradient.Channels) + c)..]);
                }
            }
        }
    }

    private static Vector256<float> Load(ReadOnlySpan<float> row, int at) => Vector256.Create(row.Slice(at, Lanes));
}
