using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    private const int Lanes = 8;

    // Two cells make a vector.
    private const int Cell = WorkingSize.FineCell;

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
    /// <returns><see cref="Kinds"/> values a cell of <see cref="WorkingSize.FineCell"/> pixels a side, in rented memory.</returns>
    public static FloatImage Detect(FloatImage lab)
    {
        using var lightness = ColorSpace.Lightness(lab);
        using var smooth = GaussianBlur.Of(lightness, Smoothing, SmoothingRadius);
        using var padded = PaddedImage.Replicate(smooth, Border);
        using var pieces = FloatImage.Rent(padded.Width, padded.Height, 1);
        var cells = FloatImage.Rent(lab.Width / Cell, lab.Height / Cell, Kinds);
        for (var direction = 0; direction < Directions; direction++)
        {
            var (sin, cos) = Math.SinCos(Math.PI * direction / Directions);
            Average(padded, pieces, Offsets(cos), Offsets(sin));
            var (aside, below) = ((int)Math.Round(-Side * sin), (int)Math.Round(Side * cos));
            Compare(pieces, (below * pieces.Width) + aside, cells, 2 * direction);
        }

        return cells;
    }

    private static int[] Offsets(double direction) =>
        Enumerable.Range(0, HalfLength + 1).Select(i => (int)Math.Round(((i * SampleStep) - HalfLength) * direction)).ToArray();

    /// <summary>The mean along the piece about each pixel, for all that lie not further outside than a side does.</summary>
    private static void Average(FloatImage padded, FloatImage pieces, int[] across, int[] down)
    {
        var offsets = across.Zip(down, (x, y) => (y * padded.Width) + x).ToArray();
        var share = Vector256.Create(1f / offsets.Length);
        var width = padded.Width - (2 * HalfLength);
        ref var source = ref MemoryMarshal.GetReference(padded.Data);
        ref var target = ref MemoryMarshal.GetReference(pieces.Data);
        for (var y = HalfLength; y < padded.Height - HalfLength; y++)
        {
            for (var x = 0; x < width; x += Lanes)
            {
                // A row ends with a whole vector, some of which is done twice.
                var at = (y * padded.Width) + HalfLength + Math.Min(x, width - Lanes);
                Vector256<float> sum = default;
                foreach (var offset in offsets)
                {
                    sum += Vector256.LoadUnsafe(ref source, (nuint)(at + offset));
                }

                (sum * share).StoreUnsafe(ref target, (nuint)at);
            }
        }
    }

    /// <summary>The strongest lines of one direction in each cell.</summary>
    /// <param name="pieces">The mean along the piece about each pixel.</param>
    /// <param name="beside">Pixels from a piece to one of its sides; the other one is as far the other way.</param>
    /// <param name="cells">Gets a value for dark lines, then one for bright ones.</param>
    /// <param name="kind">Which of a cell's values is the first.</param>
    private static void Compare(FloatImage pieces, int beside, FloatImage cells, int kind)
    {
        ref var source = ref MemoryMarshal.GetReference(pieces.Data);
        for (var row = 0; row < cells.Height; row++)
        {
            var values = cells.Row(row)[kind..];
            var first = (((row * Cell) + Border) * pieces.Width) + Border;
            for (var x = 0; x < cells.Width * Cell; x += Lanes)
            {
                var (dark, bright) = (Vector256.Create(float.MinValue), Vector256.Create(float.MinValue));
                for (var y = 0; y < Cell; y++)
                {
                    var at = first + (y * pieces.Width) + x;
                    var piece = Vector256.LoadUnsafe(ref source, (nuint)at);
                    var one = Vector256.LoadUnsafe(ref source, (nuint)(at + beside));
                    var other = Vector256.LoadUnsafe(ref source, (nuint)(at - beside));
                    dark = Vector256.Max(dark, Vector256.Min(one, other) - piece);
                    bright = Vector256.Max(bright, piece - Vector256.Max(one, other));
                }

                var cell = x / Cell * Kinds;
                (values[cell], values[cell + Kinds]) = Greatest(dark);
                (values[cell + 1], values[cell + Kinds + 1]) = Greatest(bright);
            }
        }
    }

    /// <summary>The greatest of the first four values, and of the last four.</summary>
    private static (float First, float Last) Greatest(Vector256<float> values)
    {
        values = Vector256.Max(values, Vector256.Shuffle(values, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6)));
        values = Vector256.Max(values, Vector256.Shuffle(values, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5)));
        return (values[0], values[Cell]);
    }
}
