using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Training;
using LookoutVision.Engine.Training.Verdict;

namespace LookoutVision.Engine.Tests.Training.Verdict;

public class LabelledVerdictLearnerTests
{
    private const int OfEach = 60;

    private readonly RandomStatistics _random = new(
        StatisticKind.Distance, StatisticKind.MadeUp, StatisticKind.Whole, StatisticKind.Lines);

    [Fact]
    public void A_confidence_is_as_often_right_as_it_says()
    {
        var head = Fit(_random.Of(OfEach, 1));

        float[][] others = [.. _random.Of(2000, 0), .. _random.Of(2000, 1)];
        var verdicts = others.Select((image, i) =>
        {
            var p = head.Probability(image);
            return new ImageVerdict("", i >= 2000, p > 0.5, Math.Max(p, 1 - p));
        });
        Assert.InRange(CalibrationError.Of([.. verdicts]), 0, 0.05);
    }

    [Theory]
    [InlineData(StatisticKind.Whole)]
    [InlineData(StatisticKind.MadeUp)]
    [InlineData(StatisticKind.Lines)]
    internal void What_tells_the_anomalies_is_chosen(StatisticKind telling)
    {
        var head = Fit(_random.Of(OfEach, kind => kind == telling ? 4 : 0));

        float[] image = [.. _random.Kinds.Select(kind => kind == telling ? 4f : 0)];
        Assert.True(head.Probability(image) > 0.9);
        Assert.True(head.Probability(new float[_random.Kinds.Count]) < 0.1);
    }

    [Fact]
    public void A_statistic_that_is_lower_for_anomalies_by_chance_is_not_turned_against_them()
    {
        var head = Fit(_random.Of(OfEach, kind => kind == StatisticKind.Distance ? 2 : -0.5f));

        Assert.All(head.Weights, weight => Assert.True(weight >= 0));
        Assert.True(head.Weights[0] > 0);
    }

    /// <summary>On as many normal images as anomalous ones.</summary>
    private VerdictHead Fit(float[][] anomalies)
    {
        float[][] images = [.. _random.Of(OfEach, 0), .. anomalies];
        var folds = images.Select((_, i) => i % Folds.Count).ToArray();
        return LabelledVerdictLearner.Fit(images, _random.Kinds, [.. images.Select((_, i) => i >= OfEach)], folds).Head;
    }
}
