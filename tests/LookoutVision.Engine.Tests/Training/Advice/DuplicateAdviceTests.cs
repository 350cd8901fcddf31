using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;
using LookoutVision.Engine.Training.Advice;
using static LookoutVision.Engine.Tests.Training.Advice.AdviceSamples;

namespace LookoutVision.Engine.Tests.Training.Advice;

public class DuplicateAdviceTests
{
    [Fact]
    public void Another_shot_of_a_part_is_a_near_duplicate_however_light()
    {
        var advice = Assert.Single(Check([.. Clean(), Sample("/parts/normal/again.png", Part(7, light: 6, shot: 1))]));
        Assert.Equal(TrainingAdviceKind.NearDuplicateImages, advice.Kind);
        Assert.Equal(["/parts/normal/7.png", "/parts/normal/again.png"], advice.Files);
    }

    [Fact]
    public void Three_shots_of_a_part_are_told_of_once()
    {
        var shots = Enumerable.Range(1, 2).Select(i => Sample($"/parts/normal/again{i}.png", Part(7, shot: i)));
        var advice = Assert.Single(Check([.. Clean(), .. shots]));
        Assert.Contains("'normal/7.png' = 'normal/again1.png' = 'normal/again2.png'", advice.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void One_part_labelled_in_both_ways_is_a_conflict(int shot)
    {
        var advice = Assert.Single(Check([.. Clean(), Sample("/parts/anomaly/again.png", Part(7, shot: shot))]));
        Assert.Equal(TrainingAdviceKind.ConflictingLabels, advice.Kind);
        Assert.Equal(["/parts/anomaly/again.png", "/parts/normal/7.png"], advice.Files.Order());
    }

    [Fact]
    public void A_part_before_and_after_it_was_damaged_is_no_conflict()
    {
        var damaged = Part(7, shot: 1);
        for (var i = 0; i < 8 * 8; i++)
        {
            damaged.Pixels.AsSpan(3 * (((40 + (i / 8)) * 96) + 40 + (i % 8)), 3).Fill(5);
        }

        Assert.DoesNotContain(
            Check([.. Clean(), Sample("/parts/anomaly/again.png", damaged)]), a => a.Kind == TrainingAdviceKind.ConflictingLabels);

        var masked = Sample("/parts/anomaly/again.png", Part(7, shot: 1)) with { LoadMask = () => Mask(9) };
        var options = new TrainingOptions { Labels = DrawnPart.Labels };
        Assert.DoesNotContain(Check([.. Clean(), masked], options: options), a => a.Kind == TrainingAdviceKind.ConflictingLabels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_test_image_that_is_learned_from_is_told_of(int shot)
    {
        var others = Clean(60, 40).Where((_, i) => i is >= 50 and < 60 or >= 90);
        var advice = Assert.Single(Check(Clean(), [.. others, Sample("/parts/test/normal/1.png", Part(7, shot: shot))]));
        Assert.Equal(TrainingAdviceKind.TestImagesInTraining, advice.Kind);
        Assert.Equal(["/parts/normal/7.png", "/parts/test/normal/1.png"], advice.Files);
    }
}
