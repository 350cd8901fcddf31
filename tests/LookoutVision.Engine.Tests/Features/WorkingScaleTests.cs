using LookoutVision.Engine.Features;

namespace LookoutVision.Engine.Tests.Features;

public class WorkingScaleTests
{
    [Fact]
    public void Images_of_one_shape_come_to_one_size()
    {
        var scale = WorkingScale.For([(1200, 900), (1200, 900), (600, 450), (2400, 1800)]);
        Assert.True(scale.IsCommon);
        Assert.Equal(new WorkingSize(512, 384, 8), scale.For(600, 450));
        Assert.Equal(new WorkingSize(512, 384, 8), scale.For(2400, 1800));
    }

    [Fact]
    public void Pieces_of_different_extent_keep_their_scale()
    {
        var scale = WorkingScale.For([(512, 256), (512, 512), (256, 512), (512, 400), (512, 448)]);
        Assert.False(scale.IsCommon);
        Assert.Equal(new WorkingSize(512, 256, 8), scale.For(512, 256));
        Assert.Equal(new WorkingSize(128, 256, 8), scale.For(128, 256));
    }

    [Fact]
    public void No_image_asks_for_more_than_there_is()
    {
        var scale = WorkingScale.For([(512, 256), (512, 512), (256, 512)]);
        Assert.Equal(new WorkingSize(1024, 64, 8), scale.For(8192, 512));
    }
}
