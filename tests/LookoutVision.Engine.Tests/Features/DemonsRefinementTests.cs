using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Features;

public class DemonsRefinementTests
{
    private const int Width = DrawnLimb.Width;
    private const int Height = DrawnLimb.Height;

    [Theory]
    [InlineData(1, 4)]
    [InlineData(-3, 3)]
    [InlineData(0, -5)]
    public void A_limb_that_is_bent_is_laid_over_the_references(float tipX, float tipY)
    {
        var reference = DrawnLimb.Draw(0, 0);
        var bent = DrawnLimb.Draw(tipX, tipY);
        using var found = new DemonsRefinement(reference).Refine(bent);
        using var laid = found.Warp(bent);
        Assert.True(Difference(reference, laid) < 0.25 * Difference(reference, bent));
        Assert.Equal(tipX, found.X.Pixel((36 * Width) + 74)[0], 1.5f);
        Assert.Equal(tipY, found.Y.Pixel((28 * Width) + 74)[0], 1.5f);
    }

    [Fact]
    public void What_is_missing_stays_missing()
    {
        var reference = DrawnLimb.Draw(0, 0);
        var broken = DrawnLimb.Draw(0, 0, length: 20);
        using var found = new DemonsRefinement(reference).Refine(broken);
        using var laid = found.Warp(broken);
        Assert.True(Difference(reference, laid) > 0.6 * Difference(reference, broken));
    }

    [Fact]
    public void Brightness_and_contrast_do_not_matter()
    {
        var bent = DrawnLimb.Draw(0, 4);
        var dark = new FloatImage(Width, Height, 1, [.. bent.Data.ToArray().Select(v => (0.6f * v) + 0.1f)]);
        var demons = new DemonsRefinement(DrawnLimb.Draw(0, 0));
        using var found = demons.Refine(bent);
        using var foundDark = demons.Refine(dark);
        Assert.All(found.Y.Data.ToArray().Zip(foundDark.Y.Data.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 0.1f));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.5f)]
    public void An_image_without_contrast_is_left_as_it_is(float level)
    {
        var plain = new FloatImage(Width, Height, 1, Enumerable.Repeat(level, Width * Height).ToArray());
        using var found = new DemonsRefinement(DrawnLimb.Draw(0, 0)).Refine(plain);
        Assert.All(found.X.Data.ToArray(), v => Assert.InRange(v, -8, 8));
        using var none = new DemonsRefinement(plain).Refine(plain);
        Assert.All(none.X.Data.ToArray(), v => Assert.Equal(0, v));
    }

    [Fact]
    public void A_reference_of_absurd_numbers_ends_in_some_image()
    {
        var absurd = new FloatImage(Width, Height, 1, Enumerable.Range(0, Width * Height).Select(i => i % 3 == 0 ? float.MaxValue : -1e30f).ToArray());
        var bending = new Bender(absurd, Displacement.None(absurd.Width, absurd.Height)).Bend(DrawnLimb.Draw(1, 2));
        using var laid = new Alignment(RigidTransform.Identity, bending).Warp(new FloatImage(4 * Width, 4 * Height, 3));
        Assert.All(laid.Data.ToArray(), v => Assert.Equal(0, v));
    }

    [Fact]
    public void Where_a_pixel_is_read_from_and_where_it_lies_undo_each_other()
    {
        var bender = new Bender(DrawnLimb.Draw(0, 0), Displacement.None(Width, Height));
        var alignment = new Alignment(new RigidTransform(0.2, 9, -6), bender.Bend(DrawnLimb.Draw(3, 4)));
        var (fromX, fromY) = (new float[4 * Width], new float[4 * Width]);
        var (toX, toY) = (new float[4 * Width], new float[4 * Width]);
        foreach (var y in (int[])[100, 140, 180])
        {
            alignment.InverseRow(y, 4 * Width, 4 * Height, toX, toY);
            for (var x = 100; x < 300; x += 20)
            {
                // The place over the reference is between rows: it is read at the nearest.
                alignment.Row((int)MathF.Round(toY[x]), 4 * Width, 4 * Height, fromX, fromY);
                var at = (int)MathF.Round(toX[x]);
                Assert.Equal(x, fromX[at], 1.5f);
                Assert.Equal(y, fromY[at], 1.5f);
            }
        }
    }

    private static double Difference(FloatImage a, FloatImage b) =>
        a.Data.ToArray().Zip(b.Data.ToArray(), (u, v) => Math.Abs(u - v)).Sum();
}
