using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training.Segmentation;

namespace LookoutVision.Engine.Tests.Training.Segmentation;

public class MaskedImageTests
{
    [Fact]
    public void What_it_holds_is_what_it_was_given_but_for_a_trace()
    {
        var values = RandomNumbers.Floats(6 * 5 * 4, 1);
        values[7] = 25;
        values[9] = -25;
        using var floats = new MaskedImage(new FloatImage(6, 5, 4, values), null).ToFloats();
        Assert.All(values.Zip(floats.Data.ToArray()), p => Assert.Equal(p.First, p.Second, 0.0005));
    }

    [Fact]
    public void It_knows_its_defects_pixels()
    {
        Assert.Empty(new MaskedImage(new FloatImage(2, 2, 4), null).DefectPixels);
        Assert.Equal([1, 3], new MaskedImage(new FloatImage(2, 2, 4), [0, 2, 0, 1]).DefectPixels);
    }
}
