using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Features;

public class ShiftedSumsTests
{
    private const int Width = 11;
    private const int Height = 9;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(-2, 4)]
    [InlineData(1, -5)]
    [InlineData(-4, -3)]
    public void Two_pictures_correlate_as_the_pixels_do_that_lie_over_each_other(int shiftX, int shiftY)
    {
        var (one, other) = (Picture(1), Picture(2));
        var pairs = (from y in Enumerable.Range(0, Height)
                     from x in Enumerable.Range(0, Width)
                     where x + shiftX is >= 0 and < Width && y + shiftY is >= 0 and < Height
                     select (A: (double)one.Row(y)[x], B: (double)other.Row(y + shiftY)[x + shiftX])).ToArray();
        var (a, b) = (pairs.Average(p => p.A), pairs.Average(p => p.B));
        var expected = pairs.Sum(p => (p.A - a) * (p.B - b))
            / Math.Sqrt(pairs.Sum(p => Math.Pow(p.A - a, 2)) * pairs.Sum(p => Math.Pow(p.B - b, 2)));
        Assert.Equal(expected, new ShiftedSums(one).Correlation(new ShiftedSums(other), shiftX, shiftY), 1e-9);
    }

    [Fact]
    public void An_even_picture_correlates_with_nothing()
    {
        Assert.Equal(-1, new ShiftedSums(new FloatImage(Width, Height, 1)).Correlation(new ShiftedSums(Picture(3)), 1, 1));
    }

    private static FloatImage Picture(int seed) => new(Width, Height, 1, RandomNumbers.Floats(Width * Height, seed));
}
