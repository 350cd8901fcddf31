using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Features;

public class PartStretchTests
{
    private const int Width = DrawnLimb.Width;
    private const int Height = DrawnLimb.Height;

    // Places on the disc, far from its edge, and beside the part.
    private const int Inside = (32 * Width) + 28;
    private const int Beside = (60 * Width) + 80;

    [Theory]
    [InlineData(-0.2f, 0)]
    [InlineData(0, 0.3f)]
    [InlineData(-0.1f, -0.1f)]
    public void It_is_the_logarithm_of_the_area_that_a_pixel_takes_and_of_the_part_alone(float across, float down)
    {
        using var stretch = new PartStretch(DrawnLimb.Draw(0, 0)).Of(Scaled(across, down));
        Assert.Equal(-MathF.Log((1 + across) * (1 + down)), stretch.Data[Inside], 0.01f);
        Assert.Equal(0, stretch.Data[Beside]);
    }

    [Fact]
    public void A_dark_part_before_a_light_ground_is_a_part_too()
    {
        var light = DrawnLimb.Draw(0, 0);
        var dark = new FloatImage(Width, Height, 1, [.. light.Data.ToArray().Select(v => 1 - v)]);
        using var ofLight = new PartStretch(light).Of(Scaled(-0.2f, 0));
        using var ofDark = new PartStretch(dark).Of(Scaled(-0.2f, 0));
        Assert.Equal(ofLight.Data[Inside], ofDark.Data[Inside], 1e-3f);
        Assert.Equal(0, ofDark.Data[Beside]);
    }

    [Fact]
    public void A_limb_that_is_cut_off_is_stretched_at_its_end()
    {
        var reference = DrawnLimb.Draw(0, 0);
        using var bent = new DemonsRefinement(reference).Refine(DrawnLimb.Draw(0, 0, length: 37));
        using var stretch = new PartStretch(reference).Of(bent);
        var most = Enumerable.Range(0, Width * Height).MaxBy(i => stretch.Data[i]);
        Assert.InRange(stretch.Data[most], 0.3f, 2);
        Assert.InRange(most % Width, 62, 80);
        Assert.InRange(most / Width, 26, 38);
    }

    [Fact]
    public void A_reference_without_contrast_has_no_part()
    {
        using var stretch = new PartStretch(new FloatImage(Width, Height, 1)).Of(Scaled(-0.2f, 0));
        Assert.All(stretch.Data.ToArray(), v => Assert.Equal(0, v));
    }

    private static Displacement Scaled(float across, float down)
    {
        var bent = Displacement.None(Width, Height);
        for (var i = 0; i < Width * Height; i++)
        {
            bent.X.Data[i] = across * (i % Width);
            bent.Y.Data[i] = down * (i / Width);
        }

        return bent;
    }
}
