using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>
/// Finds thin lines: how much darker, or brighter, a short straight piece is than both sides of it, in each of eight directions. An
/// edge is not a line: one of its sides is like it. (After the ratio line detector of Tupin et al. 1998, with differences.)
/// </summary>
internal static class LineDetector
{
    /// <summary>Values a cell: of the darkest and of the brightest line of each direction.</summary>
    public const int Kinds = 2 * Directions;

    private const int Directions = 8;

    // In pixels of the working size. A piece is as long as the smallest scratch that is looked for, with a sample every second pixel;
    // its sides are compared so far beside it that a line of two pixels does not reach there.
    private const int HalfLength = 6;
    private const int SampleStep = 2;
    private const int Side = 2;
    private const int Border = HalfLength + Side;

    // What a pixel stands for: thinner lines than the camera can show are noise.
    private const float Smoothing = 0.5f;
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
        var cells = FloatImage.Rent(size.GridWidth, size.GridHeight, Kinds);
        for (var direction = 0; direction < Directions; direction++)
        {
            var (sin, cos) = Math.SinCos(Math.PI * direction / Directions);
            Average(padded, pieces, Offsets(cos), Offsets(sin));
            Compare(pieces, (int)Math.Round(-Side * sin), (int)Math.Round(Side * cos), cells, 2 * direction, size.CellSize);
        }

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

    /// <summary>The strongest lines of one direction in each cell.</summary>
    /// <param name="pieces">The mean along the piece about each pixel.</param>
    /// <param name="aside">Columns from a piece to one of its sides.</param>
    /// <param name="below">Rows from a piece to that side.</param>
    /// <param name="cells">Gets a value for dark lines, then one for bright ones.</param>
    /// <param name="kind">Which of a cell's values is the first.</param>
    /// <param name="cell">Pixels a cell's side.</param>
    private static void Compare(FloatImage pieces, int aside, int below, FloatImage cells, int kind, int cell)
    {
        var width = cells.Width * cell;
        var (difference, dark, bright) = (new float[width], new float[width], new float[width]);
        for (var row = 0; row < cells.Height; row++)
        {
            Array.Fill(dark, float.MinValue);
            Array.Fill(bright, float.MinValue);
            for (var y = Border + (row * cell); y < Border + ((row + 1) * cell); y++)
            {
                var piece = pieces.Row(y).Slice(Border, width);
                var one = pieces.Row(y + below).Slice(Border + aside, width);
                var other = pieces.Row(y - below).Slice(Border - aside, width);
                TensorPrimitives.Min(one, other, difference);
                TensorPrimitives.Subtract(difference, piece, difference);
                TensorPrimitives.Max(dark, difference, dark);
                TensorPrimitives.Max(one, other, difference);
                TensorPrimitives.Subtract(piece, difference, difference);
                TensorPrimitives.Max(bright, difference, bright);
            }

            for (var x = 0; x < cells.Width; x++)
            {
                var values = cells.Pixel((row * cells.Width) + x);
                values[kind] = Greatest(dark.AsSpan(x * cell, cell));
                values[kind + 1] = Greatest(bright.AsSpan(x * cell, cell));
            }
        }
    }

    private static float Greatest(ReadOnlySpan<float> values)
    {
        var greatest = values[0];
        foreach (var value in values)
        {
            greatest = value > greatest ? value : greatest;
        }

        return greatest;
    }
}
