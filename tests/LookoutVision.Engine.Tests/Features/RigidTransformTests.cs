using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Features;

public class RigidTransformTests
{
    [Theory]
    [InlineData(0, 3, -5)]
    [InlineData(0.4, 0, 0)]
    [InlineData(-1.1, 20, 7.5)]
    public void The_inverse_leads_back_to_where_one_came_from(double angle, double x, double y)
    {
        var transform = new RigidTransform(angle, x, y);
        foreach (var (px, py) in new[] { (0.0, 0.0), (10, 3), (63, 47), (-4, 90) })
        {
            var (u, v) = transform.Apply(px, py, 64, 48);
            var (backX, backY) = transform.Inverse().Apply(u, v, 64, 48);
            Assert.Equal(px, backX, 1e-9);
            Assert.Equal(py, backY, 1e-9);
        }
    }

    [Fact]
    public void A_quarter_turn_goes_about_the_centre()
    {
        var (x, y) = new RigidTransform(Math.PI / 2, 0, 0).Apply(10, 5, 11, 11);
        Assert.Equal((5.0, 10.0), (Math.Round(x, 9), Math.Round(y, 9)));
    }

    [Fact]
    public void A_whole_shift_reads_the_neighbour_and_goes_on_at_the_border()
    {
        var image = new FloatImage(3, 2, 1, [1, 2, 3, 4, 5, 6]);
        Assert.Equal([2, 3, 3, 5, 6, 6], RigidWarp.Apply(image, new RigidTransform(0, 1, 0)).Data.ToArray());
        Assert.Equal([4, 5, 6, 4, 5, 6], RigidWarp.Apply(image, new RigidTransform(0, 0, 1)).Data.ToArray());
    }

    [Fact]
    public void Half_a_pixel_is_the_mean_of_two()
    {
        var image = new FloatImage(3, 1, 2, [0, 10, 2, 30, 6, 50]);
        Assert.Equal([1, 20, 4, 40, 6, 50], RigidWarp.Apply(image, new RigidTransform(0, 0.5, 0)).Data.ToArray());
    }

    [Fact]
    public void Nothing_moved_is_nothing_changed()
    {
        var image = new FloatImage(7, 5, 3, RandomNumbers.Floats(105, 1));
        Assert.Equal(image.Data.ToArray(), RigidWarp.Apply(image, RigidTransform.Identity).Data.ToArray());
    }

    [Fact]
    public void Cells_that_the_moved_image_does_not_reach_are_outside()
    {
        var size = new WorkingSize(32, 32, 8);
        var outside = AlignedImage.Of(new ImagePyramids(new FloatImage(32, 32, 3)), new Alignment(new RigidTransform(0, 10, 0), null)).OutsideCells(size)!;
        Assert.Equal([false, false, true, true], outside[..4]);
        Assert.Null(AlignedImage.Of(new ImagePyramids(new FloatImage(32, 32, 3)), null).OutsideCells(size));
    }
}
