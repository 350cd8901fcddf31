using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

public class SimilarImagesTests
{
    [Fact]
    public void Two_shots_of_one_part_belong_together_however_bright()
    {
        var images = Enumerable.Range(0, 8).Select(i => Texture(i)).ToList();
        images.Add(Texture(3, 25));
        var groups = Group(images);
        Assert.Equal(groups[3], groups[8]);
        Assert.Equal(8, groups.Distinct().Count());
    }

    [Fact]
    public void Samples_of_one_named_group_belong_together_however_different()
    {
        var groups = Group(Enumerable.Range(0, 9).Select(i => Texture(i)).ToList(), i => i is 1 or 5 or 7 ? "plate 12" : null);
        Assert.Equal((groups[1], groups[1]), (groups[5], groups[7]));
        Assert.Equal(7, groups.Distinct().Count());
    }

    [Fact]
    public void Where_all_parts_look_alike_likeness_says_nothing()
    {
        var groups = Group(Enumerable.Range(0, 9).Select(_ => Texture(1)).ToList(), i => i < 2 ? "pair" : null);
        Assert.Equal(8, groups.Distinct().Count());
        Assert.Equal(groups[0], groups[1]);
    }

    [Fact]
    public void Even_images_are_not_taken_for_one_part()
    {
        var flat = new RasterImage(20, 20, Enumerable.Repeat((byte)90, 1200).ToArray());
        Assert.All(SimilarImages.Thumbnail(flat), v => Assert.True(float.IsFinite(v)));
        Assert.Equal(5, Group(Enumerable.Repeat(flat, 5).ToList()).Distinct().Count());
    }

    private static int[] Group(List<RasterImage> images, Func<int, string?>? nameOf = null)
    {
        var samples = images.Select((image, i) => new TrainingSample
        {
            Name = $"{i}",
            IsAnomalous = false,
            LoadImage = () => image,
            Group = nameOf?.Invoke(i),
        });
        return SimilarImages.Group(samples.ToArray(), images.Select(SimilarImages.Thumbnail).ToArray());
    }

    private static RasterImage Texture(int seed, int brighter = 0)
    {
        var random = new Random(seed);
        var coarse = Enumerable.Range(0, 24 * 24).Select(_ => random.Next(200)).ToArray();
        var pixels = new byte[96 * 96 * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(coarse[(i / 3 / 96 / 4 * 24) + (i / 3 % 96 / 4)] + brighter);
        }

        return new RasterImage(96, 96, pixels);
    }
}
