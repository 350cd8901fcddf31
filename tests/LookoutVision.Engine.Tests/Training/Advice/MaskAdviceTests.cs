using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;
using LookoutVision.Engine.Training.Advice;
using static LookoutVision.Engine.Tests.Training.Advice.AdviceSamples;

namespace LookoutVision.Engine.Tests.Training.Advice;

public class MaskAdviceTests
{
    private const int Pixels = 96 * 96;

    [Theory]
    [InlineData(20, 0, "nothing by mask")]
    [InlineData(20, (Pixels / 2) + 1, "wrong way round")]
    [InlineData(3, 40, "labelled normal, but")]
    [InlineData(20, -1, "without a mask")]
    public void A_mask_at_fault_is_told_of(int image, int marked, string told)
    {
        var samples = Masked();
        samples[image] = samples[image] with { LoadMask = marked < 0 ? null : () => Mask(marked) };
        var advice = Assert.Single(Check(samples, options: new TrainingOptions { Labels = [DrawnPart.Labels[0]] }));
        Assert.Equal(TrainingAdviceKind.MaskFaults, advice.Kind);
        Assert.Contains(told, advice.Message);
        Assert.Equal([samples[image].Name], advice.Files);
    }

    [Fact]
    public void Of_masks_that_mark_what_they_should_there_is_nothing_to_say() =>
        Assert.Empty(Check(Masked(), options: new TrainingOptions { Labels = [DrawnPart.Labels[0]] }));

    private static TrainingSample[] Masked() =>
        [.. Clean(20, 22).Select(s => s.IsAnomalous ? s with { LoadMask = () => Mask(300) } : s)];
}
