using LookoutVision.Engine.Features;

namespace LookoutVision.Engine.Tests.Features;

public class WorkingSizeTests
{
    [Theory]
    [InlineData(576, 768, 384, 512)]
    [InlineData(768, 576, 512, 384)]
    [InlineData(550, 380, 512, 352)]
    [InlineData(4096, 4096, 512, 512)]
    [InlineData(301, 200, 512, 344)]
    public void The_long_side_becomes_512(int width, int height, int newWidth, int newHeight)
    {
        Assert.Equal(new WorkingSize(newWidth, newHeight, 8), WorkingSize.For(width, height));
    }

    [Theory]
    [InlineData(300, 200, 304, 200)]
    [InlineData(64, 64, 64, 64)]
    [InlineData(100, 37, 96, 40)]
    public void Small_images_are_not_enlarged_but_get_finer_cells(int width, int height, int newWidth, int newHeight)
    {
        Assert.Equal(new WorkingSize(newWidth, newHeight, 4), WorkingSize.For(width, height));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4096, 1)]
    [InlineData(3, 200)]
    public void The_thinnest_strip_still_has_cells_of_whole_pixels(int width, int height)
    {
        var size = WorkingSize.For(width, height);
        Assert.True(size.Width >= 32 && size.Height >= 32);
        Assert.Equal((0, 0), (size.Width % 8, size.Height % 8));
        Assert.Equal(size.Width / size.CellSize * (size.Height / size.CellSize), size.Cells);
    }
}
