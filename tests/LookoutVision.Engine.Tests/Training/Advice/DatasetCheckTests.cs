using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;
using LookoutVision.Engine.Training.Advice;
using static LookoutVision.Engine.Tests.Training.Advice.AdviceSamples;

namespace LookoutVision.Engine.Tests.Training.Advice;

public class DatasetCheckTests
{
    [Fact]
    public void Of_clean_images_there_is_nothing_to_say()
    {
        Assert.Empty(Check(Clean()));
        Assert.Empty(Check(Clean(10, 0).Concat(Clean(0, 10)), Clean(30, 20).Where((_, i) => i is >= 10 and < 20 or >= 40)));
    }

    [Fact]
    public void Parts_in_a_fixture_that_look_alike_are_no_duplicates()
    {
        var advice = Check(DrawnSamples.Labelled(20, 10));
        Assert.DoesNotContain(advice, a => a.Kind is TrainingAdviceKind.NearDuplicateImages or TrainingAdviceKind.ConflictingLabels);
    }

    [Fact]
    public void Images_that_the_camera_tagged_as_turned_are_named()
    {
        var samples = Clean();
        var turned = samples[3].LoadImage();
        samples[3] = samples[3] with { LoadImage = () => new RasterImage(turned.Width, turned.Height, turned.Pixels) { Orientation = 6 } };

        var advice = Assert.Single(Check(samples));
        Assert.Equal((TrainingAdviceKind.MixedOrientations, samples[3].Name), (advice.Kind, Assert.Single(advice.Files)));
        Assert.Contains("29 of 30", advice.Message);
    }

    [Theory]
    [InlineData(9, 10, "9 normal", "10")]
    [InlineData(19, 10, "19 normal", "20")]
    [InlineData(20, 9, "9 anomalous", "10")]
    [InlineData(20, 4, "4 anomalous", "fewer than 5")]
    [InlineData(20, 0, "no anomalous", "Adding 10")]
    public void Too_few_images_are_counted(int normal, int anomalous, string counted, string wanted)
    {
        var advice = Assert.Single(Check(Clean(normal, anomalous)));
        Assert.Equal(TrainingAdviceKind.TooFewImages, advice.Kind);
        Assert.Contains(counted, advice.Message);
        Assert.Contains(wanted, advice.Message);
    }

    [Fact]
    public void Beside_a_test_set_ten_normal_images_suffice_and_the_test_set_needs_ten_of_each()
    {
        var test = Clean(60, 40).Where((_, i) => i is >= 50 and < 60 or >= 91);
        var advice = Assert.Single(Check(Clean(10, 10), test));
        Assert.Contains("9 anomalous images to judge by", advice.Message);
    }

    [Fact]
    public void Each_type_of_anomaly_is_counted_where_it_is_alone()
    {
        var samples = Clean(20, 21);
        for (var i = 20; i < samples.Length; i++)
        {
            // 'stain' on all of them, on the last with 'spill' beside it.
            var mask = Mask(500);
            mask.Classes[^1] = (byte)(i == 40 ? 2 : 0);
            samples[i] = samples[i] with { LoadMask = () => mask };
        }

        var advice = Assert.Single(Check(samples, options: new TrainingOptions { Labels = DrawnPart.Labels }));
        Assert.Contains("'spill' 0", advice.Message);
        Assert.DoesNotContain("stain", advice.Message);
    }

    [Fact]
    public void Uneven_classes_are_told_of_where_the_rarer_is_a_twentieth()
    {
        Assert.Empty(Check(Clean(200, 10)));
        Assert.Equal(TrainingAdviceKind.ClassImbalance, Assert.Single(Check(Clean(201, 10))).Kind);
    }

    [Fact]
    public void Other_sizes_are_named_and_with_resizing_only_other_shapes()
    {
        var samples = Clean();
        samples[3] = samples[3] with { LoadImage = () => Enlarged(Part(3), 2, 2) };
        samples[4] = samples[4] with { LoadImage = () => Enlarged(Part(4), 2, 1) };

        var strict = Assert.Single(Check(samples));
        Assert.Equal((TrainingAdviceKind.MixedSizes, 2), (strict.Kind, strict.Files.Count));
        Assert.Contains("28 of 30 are 96x96", strict.Message);
        var resized = Assert.Single(Check(samples, options: new TrainingOptions { Resize = true }));
        Assert.Equal(["/parts/normal/4.png"], resized.Files);
    }

    [Fact]
    public void Images_that_cannot_be_read_are_named_and_the_others_are_looked_at()
    {
        var samples = Clean(20, 9);
        samples[5] = samples[5] with { LoadImage = () => throw new ImageFormatException("is cut off") };

        var advice = Check(samples);

        Assert.Equal(["/parts/normal/5.png"], advice[0].Files);
        Assert.Equal(TrainingAdviceKind.UnreadableImages, advice[0].Kind);
        Assert.Contains("'normal/5.png' cannot be used: is cut off", advice[0].Message);
        Assert.Contains("19 normal", advice[1].Message);
    }

    [Fact]
    public void A_message_names_five_files_and_counts_the_rest()
    {
        var samples = Clean();
        var advice = Assert.Single(Check([.. samples, .. samples.Skip(2).Take(12).Select(s => s with { Name = s.Name + "~" })]));
        Assert.Contains("'normal/2.png' = 'normal/2.png~', ", advice.Message);
        Assert.EndsWith("and 7 more. Leave the copies out: they teach nothing, and count double.", advice.Message);
        Assert.Equal(24, advice.Files.Count);
    }

    [Fact]
    public void Groups_too_large_for_the_folds_are_told_of()
    {
        TrainingSample[] Grouped(int count) => [.. Clean().Select((s, i) => s with { Group = i < count ? "SN 7" : $"{i / 2}" })];

        Assert.Empty(Check(Grouped(6)));
        var third = Assert.Single(Check(Grouped(8)));
        var most = Assert.Single(Check(Grouped(14)));
        Assert.Equal((TrainingAdviceKind.LargeGroups, 14), (most.Kind, most.Files.Count));
        Assert.Contains("'SN 7' has 8 of the 20 normal images", third.Message);
        Assert.DoesNotContain("without regard to groups", third.Message);
        Assert.Contains("without regard to groups", most.Message);
    }

    private static RasterImage Enlarged(RasterImage image, int columns, int rows)
    {
        var (width, height) = (image.Width * columns, image.Height * rows);
        var pixels = new byte[width * height * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i / 3 % width / columns, i / 3 / width / rows);
            pixels[i] = image.Pixels[(3 * ((y * image.Width) + x)) + (i % 3)];
        }

        return new RasterImage(width, height, pixels);
    }
}
