using LookoutVision.Engine.Training.Segmentation;

namespace LookoutVision.Engine.Tests.Training.Segmentation;

public class ThresholdChoiceTests
{
    [Fact]
    public void The_threshold_lies_where_marks_overlap_the_masks_most()
    {
        // Probabilities .12 .32 are background, .72 .92 the defect: anything between marks exactly the defect.
        var choice = new ThresholdChoice(1);
        choice.Add([[LogOdds(0.12), LogOdds(0.32), LogOdds(0.72), LogOdds(0.92)]], [0, 0, 1, 1]);
        Assert.InRange(choice.Best()[0], 0.35, 0.7);
    }

    [Fact]
    public void Each_label_has_a_threshold_of_its_own()
    {
        var choice = new ThresholdChoice(2);
        choice.Add([[LogOdds(0.9), LogOdds(0.2), LogOdds(0.1)], [LogOdds(0.05), LogOdds(0.2), LogOdds(0.05)]], [1, 2, 0]);
        Assert.InRange(choice.Best()[0], 0.25, 0.9);
        Assert.InRange(choice.Best()[1], 0.1, 0.2);
    }

    [Fact]
    public void Counts_of_several_images_add_up()
    {
        var first = new ThresholdChoice(1);
        first.Add([[LogOdds(0.32), LogOdds(0.92)]], [0, 1]);
        var second = new ThresholdChoice(1);
        second.Add([[LogOdds(0.62), LogOdds(0.62), LogOdds(0.62)]], null);
        first.Add(second);
        Assert.InRange(first.Best()[0], 0.65, 0.9);
    }

    [Fact]
    public void A_label_that_no_mask_shows_is_marked_only_where_the_net_is_sure()
    {
        var choice = new ThresholdChoice(1);
        choice.Add([[LogOdds(0.4), LogOdds(0.6)]], null);
        Assert.Equal(0.95f, choice.Best()[0]);
    }

    [Fact]
    public void A_label_that_was_not_learned_marks_next_to_nothing()
    {
        // Two hundred background pixels look more like the defect than its one pixel does.
        var choice = new ThresholdChoice(1);
        choice.Add([[.. Enumerable.Repeat(LogOdds(0.6), 200), LogOdds(0.4)]], [.. new byte[200], 1]);
        Assert.Equal(0.95f, choice.Best()[0]);
    }

    private static float LogOdds(double probability) => (float)Math.Log(probability / (1 - probability));
}
