using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Features;

public class BendingTrustTests
{
    private const int Width = DrawnLimb.Width;
    private const int Height = DrawnLimb.Height;

    private static readonly FloatImage Reference = DrawnLimb.Draw(0, 0);

    // To it, any bending is unusual.
    private static readonly Bender Unbent = new(Reference, Displacement.None(Width, Height));

    [Fact]
    public void What_was_bent_as_usual_is_trusted_however_far_that_is()
    {
        var bender = new Bender(Reference, Bent(_ => (7, -5)));
        Assert.All(bender.Tell(Bent(_ => (7, -5))).Trust.Data.ToArray(), t => Assert.Equal(1, t));
        Assert.All(bender.Tell(Bent(_ => (6, -4))).Trust.Data.ToArray(), t => Assert.Equal(1, t));
    }

    [Theory]
    [InlineData(3, 4, 2 / 5f)]
    [InlineData(-8, 0, 0.25f)]
    [InlineData(0, 2, 1)]
    public void Trust_falls_with_the_displacement_beside_the_usual(float x, float y, float expected)
    {
        var bending = new Bender(Reference, Bent(_ => (1, 2))).Tell(Bent(_ => (1 + x, 2 + y)));
        Assert.All(bending.Trust.Data.ToArray(), t => Assert.Equal(expected, t, 1e-5f));
    }

    [Fact]
    public void Only_what_lies_near_is_trusted_less()
    {
        // One pixel beside the part, in column 80 and row 56, that was bent far.
        var trust = Unbent.Tell(Bent(i => i == (56 * Width) + 80 ? (8, 0) : (0, 0))).Trust;
        for (var i = 0; i < trust.Pixels; i++)
        {
            var isNear = Math.Abs((i % Width) - 80) <= 10 && Math.Abs((i / Width) - 56) <= 10;
            Assert.Equal(isNear ? 0.25f : 1, trust.Data[i]);
        }
    }

    [Fact]
    public void A_limb_in_another_pose_is_trusted_less_and_one_that_is_cut_off_fully()
    {
        var posed = Unbent.Bend(DrawnLimb.Draw(3, 6)).Trust;
        var cut = Unbent.Bend(DrawnLimb.Draw(0, 0, length: 37)).Trust;

        // The limb's end.
        var end = (32 * Width) + 70;
        Assert.InRange(posed.Data[end], 0.1f, 0.7f);
        Assert.Equal(1, cut.Data[end]);
    }

    [Fact]
    public void A_cell_is_trusted_as_its_middle_is()
    {
        var size = new WorkingSize(Width * 4, Height * 4, 8);
        var bending = Unbent.Tell(Bent(_ => (0, 0)));
        bending.Trust.Row(9)[17] = 0.5f;
        using var image = AlignedImage.Of(
            new ImagePyramids(new FloatImage(size.Width, size.Height, 3)), new Alignment(RigidTransform.Identity, bending));
        var cells = image.Trust(size)!;
        Assert.Equal(0.5f, cells[(4 * size.GridWidth) + 8]);
        Assert.Equal(1, cells.Count(c => c != 1));
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
        var bent = Displacement.None(Width, Height);
        for (var i = 0; i < bent.X.Pixels; i++)
        {
            (bent.X.Data[i], bent.Y.Data[i]) = at(i);
        }

        return bent;
    }
}
