using LookoutVision.Engine.Imaging;

namespace LookoutVision.Benchmarks.Accuracy.Synthetic;

/// <summary>
/// Paints one small defect on a photograph, of moderate contrast: its brightness is off by 40 to 80 of 255 levels, away from what
/// the place cannot show; each channel of a blob by up to 15 more. A pasted piece must change its place by 10 levels on average.
/// </summary>
/// <param name="size">The defect's length in pixels where the image's long side is <see cref="ReferenceSide"/>.</param>
internal sealed class DefectPainter(double size)
{
    public const int ReferenceSide = 512;

    private const double ScratchWidth = 2;
    private const double PasteContrast = 10;
    private const int PasteTries = 50;

    /// <summary>A copy of the image with the defect on it; the same random numbers give the same picture.</summary>
    public RasterImage Paint(RasterImage image, DefectKind kind, Random random)
    {
        var scale = Math.Max(image.Width, image.Height) / (double)ReferenceSide;
        var length = size * scale;
        var places = new DefectPlaces(image, length);
        return kind switch
        {
            DefectKind.Blob => Blob(image, places.Next(random), length, random),
            DefectKind.Scratch => Scratch(image, places.Next(random), length, ScratchWidth * scale, random),
            _ => CutPaste(image, places, length, random),
        };
    }

    private static RasterImage Blob(RasterImage image, (int X, int Y) place, double length, Random random)
    {
        var shift = Shift(image, place, random);
        var color = new[] { shift, shift, shift }.Select(s => s + Between(random, -15, 15)).ToArray();
        var (half, aspect) = (length / 2, Between(random, 0.6, 1));
        return Blend(image, place, random, length, (along, across, _) =>
        {
            // Full inside, nothing outside, and a fifth of the radius between the two.
            var radius = Math.Sqrt((along * along) + (across * across / (aspect * aspect))) / half;
            return (Math.Clamp((1.1 - radius) / 0.2, 0, 1), color);
        });
    }

    private static RasterImage Scratch(RasterImage image, (int X, int Y) place, double length, double width, Random random)
    {
        var shift = Shift(image, place, random);
        var color = new[] { shift, shift, shift };
        return Blend(image, place, random, length, (along, across, _) =>
        {
            var outside = Math.Max(Math.Abs(along) - (length / 2), Math.Abs(across) - (width / 2));
            return (Math.Clamp(0.5 - outside, 0, 1), color);
        });
    }

    private static RasterImage CutPaste(RasterImage image, DefectPlaces places, double length, Random random)
    {
        for (var tries = 1; ; tries++)
        {
            var from = places.Next(random);
            var breadth = length * Between(random, 0.5, 1);
            var pasted = Blend(image, places.Next(random), random, length, (along, across, at) =>
            {
                // Read where the piece lay before it was turned.
                var x = Math.Clamp((int)Math.Round(from.X + along), 0, image.Width - 1);
                var y = Math.Clamp((int)Math.Round(from.Y + across), 0, image.Height - 1);
                var source = 3 * ((y * image.Width) + x);
                var outside = Math.Max(Math.Abs(along) - (length / 2), Math.Abs(across) - (breadth / 2));
                return (Math.Clamp(0.5 - outside, 0, 1), [.. Enumerable.Range(0, 3).Select(c => image.Pixels[source + c] - (double)image.Pixels[at + c])]);
            });
            if (tries == PasteTries || Difference(image, pasted) >= PasteContrast * 3 * length * breadth)
            {
                return pasted;
            }
        }
    }

    /// <summary>Adds a colour around a place.</summary>
    /// <param name="image">What it is added to.</param>
    /// <param name="place">The defect's middle.</param>
    /// <param name="random">Turns it.</param>
    /// <param name="length">Its length in pixels.</param>
    /// <param name="tint">From the distances along and across it, and where in the pixels that is: how much (0..1) of which colour.</param>
    private static RasterImage Blend(
        RasterImage image, (int X, int Y) place, Random random, double length, Func<double, double, int, (double Share, double[] Color)> tint)
    {
        var pixels = image.Pixels.ToArray();
        var (sin, cos) = Math.SinCos(Between(random, 0, Math.PI));
        var reach = (int)Math.Ceiling(length);
        for (var y = Math.Max(0, place.Y - reach); y <= Math.Min(image.Height - 1, place.Y + reach); y++)
        {
            for (var x = Math.Max(0, place.X - reach); x <= Math.Min(image.Width - 1, place.X + reach); x++)
            {
                var at = 3 * ((y * image.Width) + x);
                var (dx, dy) = (x - place.X, y - place.Y);
                var (share, color) = tint((cos * dx) + (sin * dy), (cos * dy) - (sin * dx), at);
                for (var c = 0; c < 3 && share > 0; c++)
                {
                    pixels[at + c] = (byte)Math.Clamp(Math.Round(pixels[at + c] + (share * color[c])), 0, 255);
                }
            }
        }

        return new(image.Width, image.Height, pixels);
    }

    private static double Shift(RasterImage image, (int X, int Y) place, Random random)
    {
        var at = 3 * ((place.Y * image.Width) + place.X);
        var mean = (image.Pixels[at] + image.Pixels[at + 1] + image.Pixels[at + 2]) / 3.0;
        var amount = Between(random, 40, 80);
        var darker = random.Next(2) == 0;
        return (darker && mean >= amount) || mean + amount > 255 ? -amount : amount;
    }

    /// <summary>Summed over all values of all pixels.</summary>
    private static double Difference(RasterImage before, RasterImage after)
    {
        double sum = 0;
        for (var i = 0; i < before.Pixels.Length; i++)
        {
            sum += Math.Abs(before.Pixels[i] - after.Pixels[i]);
        }

        return sum;
    }

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());
}
