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
        var template = new ShiftedSums(reference);
        for (var turn = -Turns; turn <= Turns; turn++)
        {
            var angle = turn * TurnStep;
            using var turned = turn == 0 ? null : RigidWarp.Apply(image, new RigidTransform(angle, 0, 0));
            var sums = new ShiftedSums(turned ?? image);
            var best = (X: 0, Y: 0, Correlation: double.NegativeInfinity);
            for (var y = -reachY; y <= reachY; y++)
            {
                for (var x = -reachX; x <= reachX; x++)
                {
                    var correlation = template.Correlation(sums, x, y);
                    best = correlation > best.Correlation ? (x, y, correlation) : best;
                }
            }

            // Shifted after the turn; the transform turns after the shift.
            var (sin, cos) = Math.SinCos(angle);
            found.Add((new RigidTransform(angle, (cos * best.X) - (sin * best.Y), (sin * best.X) + (cos * best.Y)), best.Correlation));
        }

        return found.OrderByDescending(f => f.Correlation).Select(f => f.Transform);
    }
}
