using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Tests.Features;

public class CellMeansTests
{
    [Fact]
    public void Each_cell_has_the_mean_of_its_pixels_channel_by_channel()
    {
        var image = new FloatImage(16, 8, 2);
        for (var i = 0; i < image.Pixels; i++)
        {
            image.Pixel(i)[0] = i % 16;
            image.Pixel(i)[1] = 100 * (i / 16);
        }

        var means = CellMeans.Of(image, new WorkingSize(32, 16, 8));
        Assert.Equal((4, 2, 2), (means.Width, means.Height, means.Channels));
        float[] expected = [1.5f, 150, 5.5f, 150, 9.5f, 150, 13.5f, 150, 1.5f, 550, 5.5f, 550, 9.5f, 550, 13.5f, 550];
        Assert.Equal(expected, means.Data.ToArray());
    }
}
