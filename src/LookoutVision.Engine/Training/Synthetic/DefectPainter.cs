using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Synthetic;

/// <summary>
/// Paints made-up defects on normal images, for a network to learn from where no real ones are known (the idea: CutPaste, Li et al.
/// 2021; DRAEM, Zavrtanik et al. 2021; NSA, Schlüter et al. 2022): stains of irregular outline, wandering strokes, and pieces
/// of other places that are blended in.
/// </summary>
/// <param name="image">In Lab, painted on in place.</param>
/// <param name="donor">Where pieces are taken from: another normal image, or the same.</param>
/// <param name="random">Of every choice.</param>
internal sealed class DefectPainter(FloatImage image, FloatImage donor, SeededRandom random)
{
    // Of lightness, which goes from 0 to 1; what changes less is hardly seen.
    private const float LeastContrast = 0.1f;
    private const float MostContrast = 0.45f;
    private const float LeastChange = 0.04f;
    private const int PieceTries = 8;

    /// <summary>Which pixels belong to a defect, by how much of them is painted over.</summary>
    public float[] Coverage { get; } = new float[image.Pixels];

    /// <summary>Paints one more defect.</summary>
    public void Paint()
    {
        switch (random.Next(3))
        {
            case 0:
                Stain();
                break;
            case 1:
                Stroke();
                break;
            default:
                Piece();
                break;
        }
    }

    private void Stain()
    {
        var outline = new Outline(random, Log(2.5f, 14));
        Tint(outline.Reach, Place(), outline.Share);
    }

    private void Stroke()
    {
        var path = new StrokePath(random, Log(8, 40), Log(0.6f, 1.8f));
        Tint(path.Reach, Place(), path.Share);
    }

    /// <summary>A piece of another place, mirrored or not, a little brighter or darker.</summary>
    private void Piece()
    {
        var outline = new Outline(random, Log(4, 16));
        var (x, y) = Place();
        for (var tries = 0; tries < PieceTries; tries++)
        {
            var (fromX, fromY) = (random.Next(donor.Width), random.Next(donor.Height));
            var (mirrorX, mirrorY) = (random.Next(2) == 0 ? -1 : 1, random.Next(2) == 0 ? -1 : 1);
            var gain = 0.9f + (0.2f * random.NextSingle());
            int SourceOf(int dx, int dy) =>
                (Math.Clamp(fromY + (mirrorY * dy), 0, donor.Height - 1) * donor.Width) + Math.Clamp(fromX + (mirrorX * dx), 0, donor.Width - 1);
            float change = 0, area = 0;
            Visit(outline.Reach, (x, y), outline.Share, (pixel, dx, dy, share) =>
            {
                var source = donor.Pixel(SourceOf(dx, dy));
                change += share * (MathF.Abs((gain * source[0]) - pixel[0]) + (0.5f * (MathF.Abs(source[1] - pixel[1]) + MathF.Abs(source[2] - pixel[2]))));
                area += share;
                return 0;
            });
            if (change >= LeastChange * area)
            {
                Visit(outline.Reach, (x, y), outline.Share, (pixel, dx, dy, share) =>
                {
                    var source = donor.Pixel(SourceOf(dx, dy));
                    pixel[0] += share * ((gain * source[0]) - pixel[0]);
                    pixel[1] += share * (source[1] - pixel[1]);
                    pixel[2] += share * (source[2] - pixel[2]);
                    return share;
                });
                return;
            }
        }
    }

    /// <summary>Brighter or darker, a little off in colour, unevenly.</summary>
    private void Tint(int reach, (int X, int Y) place, Func<float, float, float> share)
    {
        var lightness = image.Pixel((place.Y * image.Width) + place.X)[0];
        var contrast = Log(LeastContrast, MostContrast);
        var darker = lightness + contrast > 1 || (lightness - contrast >= 0 && random.Next(2) == 0);
        var (l, a, b) = (darker ? -contrast : contrast, 0.1f * random.NextNormal(), 0.1f * random.NextNormal());
        var (slopeX, slopeY) = (0.4f * random.NextNormal() / reach, 0.4f * random.NextNormal() / reach);
        var grain = 0.25f * random.NextSingle();
        Visit(reach, place, share, (pixel, dx, dy, part) =>
        {
            var strength = part * Math.Clamp(1 + (slopeX * dx) + (slopeY * dy) + (grain * random.NextNormal()), 0.4f, 1.6f);
            pixel[0] = Math.Clamp(pixel[0] + (strength * l), 0, 1);
            pixel[1] += strength * a;
            pixel[2] += strength * b;
            return part;
        });
    }

    private delegate float Painting(Span<float> pixel, int dx, int dy, float share);

    private void Visit(int reach, (int X, int Y) place, Func<float, float, float> share, Painting paint)
    {
        for (var y = Math.Max(0, place.Y - reach); y <= Math.Min(image.Height - 1, place.Y + reach); y++)
        {
            for (var x = Math.Max(0, place.X - reach); x <= Math.Min(image.Width - 1, place.X + reach); x++)
            {
                var part = share(x - place.X, y - place.Y);
                if (part > 0)
                {
                    var at = (y * image.Width) + x;
                    Coverage[at] = Math.Max(Coverage[at], paint(image.Pixel(at), x - place.X, y - place.Y, part));
                }
            }
        }
    }

    /// <summary>The livelier of two places: a plain background needs less practice.</summary>
    private (int X, int Y) Place()
    {
        var (first, second) = (Anywhere(), Anywhere());
        return Liveliness(first) > Liveliness(second) ? first : second;
    }

    private (int X, int Y) Anywhere() => (random.Next(image.Width), random.Next(image.Height));

    private float Liveliness((int X, int Y) place)
    {
        float sum = 0, squares = 0;
        var count = 0;
        for (var y = Math.Max(0, place.Y - 8); y <= Math.Min(image.Height - 1, place.Y + 8); y += 2)
        {
            for (var x = Math.Max(0, place.X - 8); x <= Math.Min(image.Width - 1, place.X + 8); x += 2, count++)
            {
                var v = image.Pixel((y * image.Width) + x)[0];
                sum += v;
                squares += v * v;
            }
        }

        return (squares - (sum * sum / count)) / count;
    }

    /// <summary>Between two limits, small values as often as large ones.</summary>
    private float Log(float low, float high) => low * MathF.Pow(high / low, random.NextSingle());
}
