using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>
/// How much a part is stretched to lie over the reference. Bending follows a limb that lies otherwise; but what is left of a part
/// whose end was cut off is drawn over the cut, and looks whole again. That it had to be stretched for it stays visible.
/// </summary>
internal sealed class PartStretch
{
    // Pixels: strain is looked at over patches of this deviation.
    private const float Smoothing = 3;
    private const int Radius = 8;

    // Where an image folds, the determinant is nought or less.
    private const float MostStretched = 5;

    private readonly bool[] _isPart;

    /// <param name="reference">Its lightness at a quarter of the working size.</param>
    public PartStretch(FloatImage reference)
    {
        var values = reference.Data.ToArray();
        var threshold = OtsuThreshold.Of(values);
        var border = Enumerable.Range(0, values.Length).Where(i => IsBorder(i % reference.Width, i / reference.Width)).ToArray();

        // The background is what there is more of along the border.
        var isBackgroundLight = border.Count(i => values[i] > threshold) * 2 > border.Length;
        _isPart = Array.ConvertAll(values, v => v > threshold != isBackgroundLight);

        bool IsBorder(int x, int y) => x == 0 || y == 0 || x == reference.Width - 1 || y == reference.Height - 1;
    }

    /// <summary>
    /// The logarithm of the area that a pixel of the image takes at each place of the reference, around which the part is; nought beside it,
    /// where the background makes room.
    /// </summary>
    /// <param name="bent">How the image is bent, at a quarter of the working size.</param>
    public FloatImage Of(Displacement bent)
    {
        var (width, height) = (bent.X.Width, bent.X.Height);
        using var strain = FloatImage.Rent(width, height, 1);
        for (var y = 0; y < height; y++)
        {
            var target = strain.Row(y);
            for (var x = 0; x < width; x++)
            {
                // The Jacobian determinant of where each pixel is read from: the area read for one pixel of the reference.
                var (xx, xy) = Gradient(bent.X, x, y);
                var (yx, yy) = Gradient(bent.Y, x, y);
                var area = ((1 + xx) * (1 + yy)) - (xy * yx);
                target[x] = _isPart[(y * width) + x] ? -MathF.Log(Math.Clamp(area, 1 / MostStretched, MostStretched)) : 0;
            }
        }

        return GaussianBlur.Of(strain, Smoothing, Radius);
    }

    private static (float Across, float Down) Gradient(FloatImage plane, int x, int y)
    {
        var (left, right) = (Math.Max(0, x - 1), Math.Min(plane.Width - 1, x + 1));
        var (above, below) = (Math.Max(0, y - 1), Math.Min(plane.Height - 1, y + 1));
        return (
            (plane.Row(y)[right] - plane.Row(y)[left]) / Math.Max(1, right - left),
            (plane.Row(below)[x] - plane.Row(above)[x]) / Math.Max(1, below - above));
    }
}
