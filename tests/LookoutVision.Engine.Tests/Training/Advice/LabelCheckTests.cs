using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Training.Advice;

namespace LookoutVision.Engine.Tests.Training.Advice;

public class LabelCheckTests
{
    [Fact]
    public void A_verdict_as_sure_as_right_ones_makes_a_label_suspect()
    {
        var advice = Assert.Single(LabelCheck.Run(Report(("/a/hesitant.png", 0.7), ("/a/sure.png", 0.97))));
        Assert.Equal(TrainingAdviceKind.LikelyWrongLabels, advice.Kind);
        Assert.Equal(["/a/sure.png"], advice.Files);
    }

    [Fact]
    public void A_model_that_is_often_sure_and_wrong_accuses_nobody() =>
        Assert.Empty(LabelCheck.Run(Report([.. Enumerable.Range(0, 6).Select(i => ($"/a/{i}.png", 0.97))])));

    [Fact]
    public void Right_verdicts_are_no_news() => Assert.Empty(LabelCheck.Run(Report()));

    [Fact]
    public void Among_normal_images_alone_one_far_from_the_others_is_suspect()
    {
        var evaluator = new Evaluator([]);
        for (var i = 0; i < 20; i++)
        {
            evaluator.Add(new JudgedImage($"/a/n{i}.png", false, false, 0.05));
        }

        evaluator.Add(new JudgedImage("/a/near.png", false, true, 0.7));
        evaluator.Add(new JudgedImage("/a/far.png", false, true, 0.95));
        var advice = Assert.Single(LabelCheck.Run(evaluator.Report()));
        Assert.Equal(TrainingAdviceKind.LikelyWrongLabels, advice.Kind);
        Assert.Equal(["/a/far.png"], advice.Files);
        Assert.StartsWith("Unlike the other normal images: 'far.png'.", advice.Message, StringComparison.Ordinal);
    }

    /// <summary>Thirty right verdicts of each kind, stated with .95, and good parts that are called defective.</summary>
    private static EvaluationReport Report(params (string Name, double Confidence)[] falseAlarms)
    {
        var evaluator = new Evaluator([]);
        for (var i = 0; i < 30; i++)
        {
            evaluator.Add(new JudgedImage($"/a/n{i}.png", false, false, 0.05));
            evaluator.Add(new JudgedImage($"/a/a{i}.png", true, true, 0.95));
        }

        foreach (var (name, confidence) in falseAlarms)
        {
            evaluator.Add(new JudgedImage(name, false, true, confidence));
        }

        return evaluator.Report();
    }
}
