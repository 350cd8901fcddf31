using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Training.Verdict;

namespace LookoutVision.Engine.Tests.Training.Verdict;

public class NormalVerdictLearnerTests
{
    private readonly RandomStatistics _random = new(
        StatisticKind.Distance, StatisticKind.MadeUp, StatisticKind.Distance, StatisticKind.MadeUp, StatisticKind.Lines);

    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    [InlineData(100)]
    public void Of_normal_images_no_more_than_promised_are_called_anomalous(int images)
    {
        const int Trainings = 400;
        const int Judged = 25;
        var alarms = 0;
        for (var training = 0; training < Trainings; training++)
        {
            var head = Fit(_random.Of(images, 0));
            alarms += _random.Of(Judged, 0).Count(image => head.Probability(image) > 0.5);
        }

        // The promise is 8 of a hundred; a little more is chance.
        Assert.InRange(alarms / (double)(Trainings * Judged), 0.02, 0.1);
    }

    [Fact]
    public void One_odd_image_among_the_normal_ones_does_not_hide_a_defect()
    {
        var head = Fit([.. _random.Of(19, 0), .. _random.Of(1, 30)]);

        Assert.True(head.Probability(_random.Of(1, 15)[0]) > 0.9);
        Assert.True(head.Probability(new float[_random.Kinds.Count]) < 0.02);
    }

    [Fact]
    public void Where_a_quarter_of_the_normal_images_lie_far_out_they_are_normal_still()
    {
        float[][] images = [.. _random.Of(15, 0), .. _random.Of(5, 10)];
        var head = Fit(images);

        Assert.InRange(images.Count(image => head.Probability(image) > 0.5), 0, 2);
    }

    [Fact]
    public void A_faint_line_makes_nothing_else_sound()
    {
        var head = Fit(_random.Of(50, 0));

        Assert.Equal(head.Sum([0, 0, 0, 0, 0]), head.Sum([0, 0, 0, 0, -2]), 0.5);
        Assert.True(head.Sum([0, 0, 0, 0, 4]) > head.Sum([0, 0, 0, 0, 0]) + 2);
    }

    [Fact]
    public void A_scratch_on_a_part_that_is_normal_otherwise_is_found()
    {
        var head = Fit(_random.Of(50, 0));

        Assert.Equal(head.Sum([0, 0, 0, 0, 5]), head.Sum([-2, -2, -2, -2, 5]), 0.5);
        Assert.True(head.Probability([-1, -1, -1, -1, 5]) > 0.5);
    }

    private VerdictHead Fit(float[][] statistics) => NormalVerdictLearner.Fit(statistics, _random.Kinds).Head;
}
