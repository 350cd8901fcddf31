using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;

namespace LookoutVision.Engine.Tests.Features;

public class BendingTrustTests
{
    // Cells of two pixels of the displacement.
    private static readonly WorkingSize Size = new(128, 64, 8);

    [Fact]
    public void What_was_bent_as_usual_is_trusted_however_far_that_is()
    {
        var usual = Bent(_ => (7, -5));
        Assert.All(BendingTrust.Of(Bent(_ => (7, -5)), usual, Size), trust => Assert.Equal(1, trust));
        Assert.All(BendingTrust.Of(Bent(_ => (5, -3)), usual, Size), trust => Assert.Equal(1, trust));
    }

    [Theory]
    [InlineData(3, 4, 4 / 5f)]
    [InlineData(-8, 0, 0.5f)]
    [InlineData(0, 2, 1)]
    public void Trust_falls_with_the_displacement_beside_the_usual(float x, float y, float expected)
    {
        var trust = BendingTrust.Of(Bent(_ => (1 + x, 2 + y)), Bent(_ => (1, 2)), Size);
        Assert.All(trust, t => Assert.Equal(expected, t, 1e-5f));
    }

    [Fact]
    public void Only_what_lies_near_is_trusted_less()
    {
        // One pixel that was bent far, in the cell of column 8 and row 4.
        var trust = BendingTrust.Of(Bent(i => i == (9 * 32) + 17 ? (8, 0) : (0, 0)), Bent(_ => (0, 0)), Size);
        for (var cell = 0; cell < trust.Length; cell++)
        {
            var isNear = Math.Abs((cell % 16) - 8) <= 1 && Math.Abs((cell / 16) - 4) <= 1;
            Assert.Equal(isNear ? 0.5f : 1, trust[cell]);
        }
    }

    [Fact]
    public void The_usual_is_the_mean_of_several()
    {
        using var mean = Displacement.Mean([Bent(_ => (1, 4)), Bent(_ => (2, -1)), Bent(_ => (6, 0))]);
        Assert.All(mean.X.Data.ToArray(), x => Assert.Equal(3, x, 1e-5f));
        Assert.All(mean.Y.Data.ToArray(), y => Assert.Equal(1, y, 1e-5f));
    }

    private static Displacement Bent(Func<int, (float X, float Y)> at)
    {
        var bent = Displacement.None(Size.Width / 4, Size.Height / 4);
        for (var i = 0; i < bent.X.Pixels; i++)
        {
            (bent.X.Data[i], bent.Y.Data[i]) = at(i);
        }

        return bent;
    }
}
