using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Engine.Tests.Evaluation;

public class CalibrationErrorTests
{
    [Fact]
    public void What_is_stated_as_nine_in_ten_and_right_nine_times_in_ten_is_no_error() =>
        Assert.Equal(0, Error(Verdicts(0.9, right: 9, wrong: 1)), 1e-12);

    [Fact]
    public void Certainty_that_is_wrong_half_the_time_is_off_by_a_half() =>
        Assert.Equal(0.5, Error(Verdicts(1, right: 3, wrong: 3)), 1e-12);

    [Fact]
    public void Bins_count_by_their_images_and_do_not_make_up_for_each_other()
    {
        // .95 and always right: off by .05 for 6 images; .65 and right one time in four: off by .4 for 4 images.
        var verdicts = Verdicts(0.95, right: 6, wrong: 0).Concat(Verdicts(0.65, right: 1, wrong: 3));
        Assert.Equal((0.6 * 0.05) + (0.4 * 0.4), Error(verdicts), 1e-12);
    }

    [Fact]
    public void Neighbours_in_one_bin_are_taken_together() =>
        Assert.Equal(0, Error(Verdicts(0.72, right: 3, wrong: 0).Concat(Verdicts(0.78, right: 0, wrong: 1))), 0.02);

    [Fact]
    public void The_confidence_in_a_verdict_is_the_score_or_what_it_lacks_of_one()
    {
        // Both verdicts are right and stated with .8.
        Assert.Equal(0.2, Error([new("a", true, true, 0.8), new("n", false, false, 0.2)]), 1e-12);
    }

    private static double Error(IEnumerable<JudgedImage> images)
    {
        var evaluator = new Evaluator([]);
        foreach (var image in images)
        {
            evaluator.Add(image);
        }

        return evaluator.Report().ExpectedCalibrationError;
    }

    private static IEnumerable<JudgedImage> Verdicts(double confidence, int right, int wrong) =>
        Enumerable.Range(0, right + wrong).Select(i => new JudgedImage("image", i < right, true, confidence));
}
