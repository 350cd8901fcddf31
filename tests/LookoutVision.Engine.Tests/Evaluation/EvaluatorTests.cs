using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Engine.Tests.Evaluation;

public class EvaluatorTests
{
    [Theory]
    [InlineData(18, 2, 0, 0.9, 1.0, 0.947)]
    [InlineData(3, 7, 0, 0.3, 1.0, 0.46)]
    [InlineData(19, 1, 76, 0.95, 0.2, 0.33)]
    public void F1_is_the_harmonic_mean_of_precision_and_recall(
        int found, int falseAlarms, int missed, double precision, double recall, double f1)
    {
        var report = Report(found, falseAlarms, missed, 5);
        Assert.Equal(precision, report.Precision, 1e-12);
        Assert.Equal(recall, report.Recall, 1e-12);
        Assert.Equal(f1, report.F1Score, 5e-3);
        Assert.Equal((found + 5.0) / (found + falseAlarms + missed + 5), report.Accuracy, 1e-12);
        Assert.Equal(found + falseAlarms + missed + 5, report.Images);
    }

    [Fact]
    public void Nothing_called_anomalous_is_a_precision_of_nought_not_an_error()
    {
        var report = Report(0, 0, 3, 3);
        Assert.Equal((0, 0, 0), (report.Precision, report.Recall, report.F1Score));
        Assert.Equal(0.5, report.Accuracy);
    }

    [Fact]
    public void Wrong_images_are_told_in_the_order_judged_each_with_its_confidence()
    {
        var evaluator = new Evaluator([]);
        evaluator.Add(new JudgedImage("missed.jpg", true, false, 0.2));
        evaluator.Add(new JudgedImage("right.jpg", true, true, 0.9));
        evaluator.Add(new JudgedImage("alarm.jpg", false, true, 0.7));
        Assert.Equal(
            [new("missed.jpg", true, false, 0.8), new("alarm.jpg", false, true, 0.7)], evaluator.Report().WrongImages);
        Assert.Equal("missed.jpg", evaluator.Report().WrongImages[0].ToString());
    }

    [Fact]
    public void Without_images_there_is_no_report()
    {
        Assert.Throws<InvalidOperationException>(() => new Evaluator([]).Report());
    }

    private static EvaluationReport Report(int found, int falseAlarms, int missed, int passed)
    {
        var evaluator = new Evaluator([]);
        void Add(int count, bool isAnomalous, bool detected)
        {
            for (var i = 0; i < count; i++)
            {
                evaluator.Add(new JudgedImage("image", isAnomalous, detected, detected ? 0.8 : 0.2));
            }
        }

        Add(found, true, true);
        Add(falseAlarms, false, true);
        Add(missed, true, false);
        Add(passed, false, false);
        return evaluator.Report();
    }
}
