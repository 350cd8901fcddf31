using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Tests.Features;

public class LocalMaximumTests
{
    [Theory]
    [InlineData(37, 23, 1)]
    [InlineData(37, 23, 10)]
    [InlineData(5, 40, 10)]
    [InlineData(40, 3, 10)]
    [InlineData(1, 1, 2)]
    public void It_is_the_greatest_value_of_the_square_around_each_pixel(int width, int height, int reach)
    {
        var random = new Random(5);
        using var image = new FloatImage(width, height, 1, [.. Enumerable.Range(0, width * height).Select(_ => random.NextSingle() - 0.5f)]);
        using var most = LocalMaximum.Of(image, reach);
        for (var i = 0; i < image.Pixels; i++)
        {
            var around = Enumerable.Range(0, image.Pixels)
                .Where(j => Math.Abs((i % width) - (j % width)) <= reach && Math.Abs((i / width) - (j / width)) <= reach);
            Assert.Equal(around.Max(j => image.Data[j]), most.Data[i]);
        }
    }
}
