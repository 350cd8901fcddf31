using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

public class TrainingProgressTests
{
    [Fact]
    public void Progress_never_falls_and_ends_at_one()
    {
        var log = new ProgressLog();
        Trainer.Train(DrawnSamples.Labelled(), [], new TrainingOptions(), log, CancellationToken.None);
        AssertRises(log.Reports);
        Assert.Equal(1, log.Reports[^1].Fraction);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(0.55)]
    public void A_cancelled_training_stops_without_going_on_to_the_next_stage(double from)
    {
        using var cancellation = new CancellationTokenSource();
        var log = new ProgressLog(p =>
        {
            if (p.Fraction >= from)
            {
                cancellation.Cancel();
            }
        });
        var options = new TrainingOptions { Labels = DrawnPart.Labels, MaxDegreeOfParallelism = 1 };
        Assert.ThrowsAny<OperationCanceledException>(
            () => Trainer.Train(DrawnSamples.Labelled(masked: true), [], options, log, cancellation.Token));
        AssertRises(log.Reports);
        Assert.Single(log.Reports.SkipWhile(p => p.Fraction < from).Select(p => p.Stage).Distinct());
    }

    [Fact]
    public void A_training_cancelled_before_it_begins_reads_no_image()
    {
        var read = 0;
        var samples = DrawnSamples.Normal().Select(s => s with
        {
            LoadImage = () =>
            {
                Interlocked.Increment(ref read);
                return s.LoadImage();
            },
        }).ToArray();
        Assert.ThrowsAny<OperationCanceledException>(
            () => Trainer.Train(samples, [], new TrainingOptions(), null, new CancellationToken(true)));
        Assert.Equal(0, read);
    }

    private static void AssertRises(TrainingProgress[] reports)
    {
        Assert.All(reports, p => Assert.InRange(p.Fraction, 0, 1));
        Assert.All(reports, p => Assert.NotEmpty(p.Stage));
        Assert.Equal(reports.Select(p => p.Fraction).Order(), reports.Select(p => p.Fraction));
    }
}
