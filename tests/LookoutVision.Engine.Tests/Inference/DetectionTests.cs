using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference;

[Collection(nameof(TrainedModel))]
public class DetectionTests(TrainedModel trained)
{
    [Fact]
    public void The_verdict_the_score_and_the_confidence_agree()
    {
        for (var i = 0; i < 12; i++)
        {
            var detection = trained.Model.Detect(DrawnPart.Draw(900 + i, (byte)(i % 3)).Image);
            Assert.InRange(detection.AnomalyScore, 0, 1);
            Assert.Equal(detection.AnomalyScore > 0.5, detection.IsAnomalous);
            Assert.InRange(detection.Confidence, 0.5, 1);
            Assert.Equal(detection.IsAnomalous ? detection.AnomalyScore : 1 - detection.AnomalyScore, detection.Confidence);
        }
    }

    [Theory]
    [InlineData(64, 56)]
    [InlineData(67, 59)]
    [InlineData(200, 91)]
    [InlineData(91, 200)]
    [InlineData(640, 480)]
    [InlineData(1, 1)]
    public void The_mask_has_the_size_of_the_image(int width, int height)
    {
        var mask = trained.Model.Detect(DrawnPart.Draw(920, 1, width, height).Image).Mask!;
        Assert.Equal((width, height, width * height), (mask.Width, mask.Height, mask.Classes.Length));
        Assert.All(mask.Classes.Distinct(), c => Assert.InRange(c, 0, 2));
    }

    [Fact]
    public void The_mask_of_a_larger_image_lies_over_its_defect()
    {
        var part = DrawnPart.Draw(921, 2, 237, 205);
        var found = trained.Model.Detect(part.Image).Mask!.Classes;
        var both = found.Zip(part.Mask.Classes).Count(p => p.First == 2 && p.Second == 2);
        var either = found.Zip(part.Mask.Classes).Count(p => p.First == 2 || p.Second == 2);
        Assert.True(both > 0.6 * either, $"intersection over union is {(double)both / either:F2}");
    }

    [Fact]
    public void Images_judged_at_once_are_judged_as_one_after_another()
    {
        var images = Enumerable.Range(930, 16).Select(number => DrawnPart.Draw(number, (byte)(number % 3)).Image).ToArray();
        var sequential = images.Select(trained.Model.Detect).ToArray();
        var concurrent = new Detection[images.Length];
        Parallel.For(0, images.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => concurrent[i] = trained.Model.Detect(images[i]));
        Assert.All(sequential.Zip(concurrent), pair => SameDetection.Assert(pair.First, pair.Second));
    }
}
