using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Engine.Tests.Evaluation;

public class RankingMetricsTests
{
    [Fact]
    public void A_perfect_ranking_has_an_area_and_precision_of_one()
    {
        Assert.Equal(1, RankingMetrics.RocAuc([(0.9, true), (0.8, true), (0.1, false)]));
        Assert.Equal(1, RankingMetrics.AveragePrecision([(0.9, true), (0.8, true), (0.1, false)]));
    }

    [Fact]
    public void An_inverted_ranking_has_an_area_of_nought()
    {
        Assert.Equal(0, RankingMetrics.RocAuc([(0.1, true), (0.8, false), (0.9, false)]));
    }

    [Fact]
    public void Of_six_pairs_four_right_and_one_tied_make_three_quarters()
    {
        // Anomalous .8 .5 .3, normal .5 .1: .8 wins two, .5 ties one and wins one, .3 wins one.
        var area = RankingMetrics.RocAuc([(0.3, true), (0.5, false), (0.8, true), (0.1, false), (0.5, true)]);
        Assert.Equal(4.5 / 6, area, 1e-12);
    }

    [Fact]
    public void Equal_scores_for_all_are_as_good_as_guessing()
    {
        (double, bool)[] tied = [(0.5, true), (0.5, false), (0.5, false), (0.5, true), (0.5, false)];
        Assert.Equal(0.5, RankingMetrics.RocAuc(tied));
        Assert.Equal(0.4, RankingMetrics.AveragePrecision(tied), 1e-12);
    }

    [Fact]
    public void Average_precision_is_the_mean_of_the_precisions_at_the_hits()
    {
        // Hits at ranks 1, 3 and 4: (1/1 + 2/3 + 3/4) / 3.
        var precision = RankingMetrics.AveragePrecision([(0.9, true), (0.8, false), (0.7, true), (0.6, true), (0.5, false)]);
        Assert.Equal((1 + (2 / 3.0) + 0.75) / 3, precision, 1e-12);
    }

    [Fact]
    public void Tied_images_count_at_one_threshold()
    {
        // Above .9: 1 of 1; above .5: 2 of 3. Recall gains a half each time.
        var precision = RankingMetrics.AveragePrecision([(0.9, true), (0.5, true), (0.5, false)]);
        Assert.Equal((0.5 * 1) + (0.5 * 2 / 3), precision, 1e-12);
    }

    [Fact]
    public void Without_one_of_the_classes_there_is_nothing_to_rank()
    {
        Assert.Equal(double.NaN, RankingMetrics.RocAuc([(0.9, true)]));
        Assert.Equal(double.NaN, RankingMetrics.RocAuc([(0.9, false)]));
        Assert.Equal(double.NaN, RankingMetrics.AveragePrecision([(0.9, false)]));
    }
}
