using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

public class VerdictLearnerTests
{
    private const int Statistics = 5;

    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    [InlineData(100)]
    public void Of_normal_images_no_more_than_promised_are_called_anomalous(int images)
    {
        var random = new SeededRandom(1, images);
        var alarms = 0;
        const int Trainings = 400;
        const int Judged = 25;
        for (var training = 0; training < Trainings; training++)
        {
            var (head, _) = VerdictLearner.FitNormals(Images(random, images, 0));
            alarms += Images(random, Judged, 0).Count(image => head.Probability(image) > 0.5);
        }

        // The promise is 8 of a hundred; of twelve images the greatest sum alone is exceeded so often.
        Assert.InRange(alarms / (double)(Trainings * Judged), 0.02, 0.1);
    }

    [Fact]
    public void One_odd_image_among_the_normal_ones_does_not_hide_a_defect()
    {
        var random = new SeededRandom(2, 0);
        var images = Images(random, 20, 0);
        images[7] = Image(random, 30);

        var (head, _) = VerdictLearner.FitNormals(images);

        // Half as far as the odd one.
        Assert.True(head.Probability(Image(random, 15)) > 0.9);
        Assert.True(head.Probability(new float[Statistics]) < 0.02);
    }

    [Fact]
    public void Where_a_quarter_of_the_normal_images_lie_far_out_they_are_normal_still()
    {
        var random = new SeededRandom(3, 0);
        float[][] images = [.. Images(random, 15, 0), .. Images(random, 5, 10)];

        var (_, heldOut) = VerdictLearner.FitNormals(images);

        Assert.InRange(heldOut.Count(p => p > 0.5), 0, 2);
    }

    [Fact]
    public void A_confidence_of_labelled_images_is_as_often_right_as_it_says()
    {
        var random = new SeededRandom(4, 0);
        float[][] images = [.. Images(random, 60, 0), .. Images(random, 60, 1)];
        var anomalous = images.Select((_, i) => i >= 60).ToArray();

        var (head, _) = VerdictLearner.FitLabelled(images, anomalous, [.. images.Select((_, i) => i % Folds.Labelled)]);

        float[][] others = [.. Images(random, 2000, 0), .. Images(random, 2000, 1)];
        var verdicts = others.Select((image, i) =>
        {
            var p = head.Probability(image);
            return new ImageVerdict("", i >= 2000, p > 0.5, Math.Max(p, 1 - p));
        });
        Assert.InRange(CalibrationError.Of([.. verdicts]), 0, 0.05);
        Assert.All(head.Weights, w => Assert.True(w >= 0));
    }

    private static float[][] Images(SeededRandom random, int count, float shift) =>
        Enumerable.Range(0, count).Select(_ => Image(random, shift)).ToArray();

    private static float[] Image(SeededRandom random, float shift) =>
        Enumerable.Range(0, Statistics).Select(_ => random.NextNormal() + shift).ToArray();
}
