using LookoutVision.Engine.Training.Advice;
using static LookoutVision.Engine.Tests.Training.Advice.AdviceSamples;

namespace LookoutVision.Engine.Tests.Training.Advice;

public class LightAdviceTests
{
    [Fact]
    public void Light_that_tells_the_classes_apart_is_told_of_with_its_direction()
    {
        var advice = Assert.Single(Check(Clean().Select((s, i) => i < 20 ? s : s with { LoadImage = () => Part(1000 + i, light: -20) })));
        Assert.Equal(TrainingAdviceKind.ExposureDrift, advice.Kind);
        Assert.Contains("darker than the normal ones", advice.Message);
        Assert.Contains("1.00", advice.Message);
    }

    [Fact]
    public void Light_that_grows_in_the_order_of_the_names_is_told_of()
    {
        // 10.png comes after 9.png.
        var advice = Assert.Single(Check(Clean().Select((s, i) => i < 20 ? s with { LoadImage = () => Part(i, light: 2 * i) } : s with { LoadImage = () => Part(i, light: 20) })));
        Assert.Equal((TrainingAdviceKind.ExposureDrift, 20), (advice.Kind, advice.Files.Count));
        Assert.Contains("lighter from 'normal/0.png' to 'normal/19.png'", advice.Message);
    }

    [Fact]
    public void Light_that_changes_without_a_trend_is_nothing_to_tell_of() =>
        Assert.Empty(Check(Clean().Select((s, i) => s with { LoadImage = () => Part(i, light: i * 7 % 20) })));

    [Fact]
    public void One_image_in_other_light_is_named()
    {
        var samples = Clean();
        samples[4] = samples[4] with { LoadImage = () => Part(4, light: 70) };
        var advice = Assert.Single(Check(samples));
        Assert.Equal(TrainingAdviceKind.ExposureOutliers, advice.Kind);
        Assert.Equal(["/parts/normal/4.png"], advice.Files);
    }

    [Fact]
    public void One_blurred_image_is_named()
    {
        var samples = Clean();
        samples[4] = samples[4] with { LoadImage = () => Blurred(Part(4)) };
        var advice = Assert.Single(Check(samples));
        Assert.Equal(TrainingAdviceKind.BlurredImages, advice.Kind);
        Assert.Equal(["/parts/normal/4.png"], advice.Files);
    }
}
