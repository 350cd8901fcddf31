using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>Tries turns and shifts of a tiny picture one after another, so that the fine search starts near the right place.</summary>
internal static class CoarseSearch
{
    private const int Turns = 3;
    private const double TurnStep = 4 * Math.PI / 180;

    // The part may lie off by this share of the image.
    private const double Reach = 0.25;

    /// <summary>The best shift of each turn, best first.</summary>
    /// <param name="reference">One channel.</param>
    /// <param name="image">One channel, of the same size.</param>
    public static IEnumerable<RigidTransform> Candidates(FloatImage reference, FloatImage image)
    {
        var found = new List<(RigidTransform Transform, double Correlation)>();
        var reachX = (int)(reference.Width * Reach);
        var reachY = (int)(reference.Height * Reach);
        for (var turn = -Turns; turn <= Turns; turn++)
        {
            var angle = turn * TurnStep;
            var turned = turn == 0 ? image : RigidWarp.Apply(image, new RigidTransform(angle, 0, 0));
            var best = (X: 0, Y: 0, Correlation: double.NegativeInfinity);
            for (var y = -reachY; y <= reachY; y++)
            {
                for (var x = -reachX; x <= reachX; x++)
                {
                    var correlation = Correlation(reference, turned, x, y);
                    best = correlation > best.Correlation ? (x, y, correlation) : best;
                }
            }

            // Shifted after the turn; the transform turns after the shift.
            var (sin, cos) = Math.SinCos(angle);
            found.Add((new RigidTransform(angle, (cos * best.X) - (sin * best.Y), (sin * best.X) + (cos * best.Y)), best.Correlation));
        }

        return found.OrderByDescending(f => f.Correlation).Select(f => f.Transform);
    }

    /// <summary>Correlation where the two overlap.</summary>
    private static double Correlation(FloatImage reference, FloatImage image, int shiftX, int shiftY)
    {
        double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
        var count = 0;
        for (var y = Math.Max(0, -shiftY); y < Math.Min(reference.Height, reference.Height - shiftY); y++)
        {
            var r = reference.Row(y);
            var i = image.Row(y + shiftY);
            for (var x = Math.Max(0, -shiftX); x < Math.Min(reference.Width, reference.Width - shiftX); x++, count++)
            {
                var (p, q) = (r[x], i[x + shiftX]);
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
        }

        var variance = (aa - (a * a / count)) * (bb - (b * b / count));
        return variance > 1e-12 ? (ab - (a * b / count)) / Math.Sqrt(variance) : -1;
    }
}
