using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Training;
using LookoutVision.Engine.Training.Segmentation;

namespace LookoutVision.Engine.Tests.Training.Segmentation;

public class HeldOutPartsTests
{
    private static readonly int[] OneAFold = Enumerable.Range(0, Folds.Count).ToArray();

    /// <summary>A network that is held out from all images of a label would never learn it, and its figures would be a matter of luck.</summary>
    [Theory]
    [InlineData(0, 3, 6)]
    [InlineData(0, 1, 2)]
    [InlineData(5, 8, 11)]
    public void The_few_images_of_a_label_are_held_out_one_a_part(params int[] rare)
    {
        var images = OneAFold.Select(f => Image(rare.Contains(f) ? (byte)2 : (byte)1)).ToArray();

        var parts = HeldOutParts.Deal(OneAFold, images, labels: 2, parts: 3);

        Assert.Equal([0, 1, 2], rare.Select(f => parts[f]).Order());
        Assert.All(parts.CountBy(p => p), p => Assert.Equal(Folds.Count / 3, p.Value));
    }

    [Fact]
    public void Images_without_a_defect_or_a_mask_are_shared_out_evenly_too()
    {
        var images = OneAFold.Select(f => f switch { < 3 => Image(1), < 8 => Image(0), _ => null }).ToArray();

        var parts = HeldOutParts.Deal(OneAFold, images, labels: 1, parts: 3);

        Assert.Equal([0, 1, 2], parts[..3].Order());
        Assert.All(parts.CountBy(p => p), p => Assert.Equal(Folds.Count / 3, p.Value));
    }

    private static MaskedImage Image(byte label) => new(new FloatImage(2, 1, 4), [0, label]);
}
