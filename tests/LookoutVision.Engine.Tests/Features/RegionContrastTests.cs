using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Features;

public class RegionContrastTests
{
    private const int Width = 72;
    private const int Height = 56;

    [Fact]
    public void An_even_image_has_no_contrast()
    {
        var flat = Normalise(_ => 0.4f);
        Assert.All(flat.Data.ToArray(), v => Assert.Equal(0, v, 1e-3));
    }

    [Fact]
    public void Brightness_and_contrast_of_the_whole_do_not_matter()
    {
        var noise = RandomNumbers.Floats(Width * Height * 3, 8);
        var one = Normalise(i => noise[i]);
        var other = Normalise(i => (3 * noise[i]) + 5);
        Assert.All(one.Data.ToArray().Zip(other.Data.ToArray()), p => Assert.Equal(p.First, p.Second, 0.02));
    }

    [Fact]
    public void Noise_becomes_of_unit_deviation_about_nought()
    {
        var noise = RandomNumbers.Floats(Width * Height * 3, 9);
        var normalised = Normalise(i => noise[i]).Data.ToArray();
        Assert.Equal(0, normalised.Average(), 0.05);
        Assert.Equal(1, Math.Sqrt(normalised.Average(v => (double)v * v)), 0.05);
    }

    [Fact]
    public void A_spot_stands_out_by_its_distance_from_the_region_in_deviations()
    {
        // One pixel in noise of deviation 1/sqrt 3: the region around hardly knows of it.
        var noise = RandomNumbers.Floats(Width * Height * 3, 10);
        var at = ((28 * Width) + 36) * 3;
        noise[at] = 2;
        Assert.Equal(2 * Math.Sqrt(3), Normalise(i => noise[i]).Data[at], 0.35);
    }

    private static FloatImage Normalise(Func<int, float> value) =>
        RegionContrast.Normalise(Pyramid.Build(
            new FloatImage(Width, Height, 3, Enumerable.Range(0, Width * Height * 3).Select(value).ToArray()), 3));
}
