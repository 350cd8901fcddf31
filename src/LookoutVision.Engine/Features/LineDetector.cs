using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>
/// Finds thin lines: how much darker, or brighter, a short straight piece is than both sides of it, in the best of eight directions. An
/// edge is not a line: one of its sides is like it. (After the ratio line detector of Tupin et al. 1998, with differences.)
/// </summary>
internal static class LineDetector
{
    /// <summary>Values a cell: of the darkest line, then of the brightest one.</summary>
    public const int Kinds = 2;

    private const int Directions = 8;

    // In pixels of the working size. A piece is as long as the smallest scratch that is looked for, with a sample every second pixel;
    // its sides are compared so far beside it that a line of two or three pixels does not reach there.
    private const int HalfLength = 6;
    private const int SampleStep = 2;
    private const int Side = 3;
    private const int Border = HalfLength + Side;

    // What a pixel stands for: thinner lines than the camera can show are noise.
    private const float Smoothing = 0.8f;
    private const int SmoothingRadius = 2;

    /// <summary>The strongest lines in each cell, in hundreds of CIE L*; below nought where there is none.</summary>
    /// <param name="lab">An image at the working size, in Lab.</param>
    /// <param name="size">That size, with the cells wanted.</param>
    /// <returns><see cref="Kinds"/> values a cell, in rented memory.</returns>
    public static FloatImage Detect(FloatImage lab, WorkingSize size)
    {
        using var lightness = ColorSpace.Lightness(lab);
        using var smooth = GaussianBlur.Of(lightness, Smoothing, SmoothingRadius);
        using var padded = PaddedImage.Replicate(smooth, Border);
        using var pieces = FloatImage.Rent(padded.Width, padded.Height, 1);
        using var dark = FloatImage.Rent(lab.Width, lab.Height, 1);
        using var bright = FloatImage.Rent(lab.Width, lab.Height, 1);
        dark.Data.Fill(float.MinValue);
        bright.Data.Fill(float.MinValue);
        for (var direction = 0; direction < Directions; direction++)
        {
            var (sin, cos) = Math.SinCos(Math.PI * direction / Directions);
            Average(padded, pieces, Offsets(cos), Offsets(sin));
            Compare(pieces, (int)Math.Round(-Side * sin), (int)Math.Round(Side * cos), dark, bright);
        }

        var cells = FloatImage.Rent(size.GridWidth, size.GridHeight, Kinds);
        Strongest(dark, size.CellSize, cells, 0);
        Strongest(bright, size.CellSize, cells, 1);
        return cells;
    }

    private static int[] Offsets(double direction) =>
        Enumerable.Range(0, HalfLength + 1).Select(i => (int)Math.Round(((i * SampleStep) - HalfLength) * direction)).ToArray();

    /// <summary>The mean along the piece about each pixel, for all that lie not further outside than a side does.</summary>
    private static void Average(FloatImage padded, FloatImage pieces, int[] across, int[] down)
    {
        var width = padded.Width - (2 * HalfLength);
        for (var y = HalfLength; y < padded.Height - HalfLength; y++)
        {
            var mean = pieces.Row(y).Slice(HalfLength, width);
            mean.Clear();
            for (var i = 0; i < across.Length; i++)
            {
                TensorPrimitives.Add(mean, padded.Row(y + down[i]).Slice(HalfLength + across[i], width), mean);
            }

            TensorPrimitives.Multiply(mean, 1f / across.Length, mean);
        }
    }

    private static void Compare(FloatImage pieces, int aside, int below, FloatImage dark, FloatImage bright)
    {
        var difference = new float[dark.Width];
        for (var y = 0; y < dark.Height; y++)
        {
            var piece = pieces.Row(y + Border).Slice(Border, difference.Length);
            var one = pieces.Row(y + Border + below).Slice(Border + aside, difference.Length);
            var other = pieces.Row(y + Border - below).Slice(Border - aside, difference.Length);
            TensorPrimitives.Min(one, other, difference);
            TensorPrimitives.Subtract(difference, piece, difference);
            TensorPrimitives.Max(dark.Row(y), difference, dark.Row(y));
            TensorPrimitives.Max(one, other, difference);
            TensorPrimitives.Subtract(piece, difference, difference);
            TensorPrimitives.Max(bright.Row(y), difference, bright.Row(y));
        }
    }

    private static void Strongest(FloatImage lines, int cell, FloatImage cells, int kind)
    {
        var rows = new float[lines.Width];
        for (var y = 0; y < cells.Height; y++)
        {
            lines.Row(y * cell).CopyTo(rows);
            for (var row = 1; row < cell; row++)
            {
                TensorPrimitives.Max(rows, lines.Row((y * cell) + row), rows);
            }

            for (var x = 0; x < cells.Width; x++)
            {
                cells.Pixel((y * cells.Width) + x)[kind] = TensorPrimitives.Max<float>(rows.AsSpan(x * cell, cell));
            }
        }
    }
}
