using LookoutVision.Pipeline;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Pipeline;

public sealed class CountingProgressTests
{
    private readonly FakeShell _shell = new();
    private readonly ManualTime _time = new();
    private readonly CountingProgress _progress;

    public CountingProgressTests() => _progress = new CountingProgress(_shell, "Detecting anomalies", _time);

    [Fact]
    public void Count_rate_share_and_time_left_are_shown_where_the_end_is_known()
    {
        _time.Now = TimeSpan.FromSeconds(2);
        _progress.Report(20, 100);

        var report = Assert.Single(_shell.Progress);
        Assert.Equal(("20 of 100 images, 10.0 a second", 20, 8), (report.Status, report.Percent, report.SecondsRemaining));
    }

    [Fact]
    public void Count_and_rate_are_shown_where_more_may_come()
    {
        _time.Now = TimeSpan.FromSeconds(2);
        _progress.Report(5, null);

        var report = Assert.Single(_shell.Progress);
        Assert.Equal(("5 images, 2.5 a second", -1, -1), (report.Status, report.Percent, report.SecondsRemaining));
    }

    [Fact]
    public void It_is_shown_a_few_times_a_second_and_not_for_what_is_done_at_once()
    {
        foreach (var millisecond in Enumerable.Range(0, 1000))
        {
            _time.Now = TimeSpan.FromMilliseconds(millisecond);
            _progress.Report(millisecond, 1000);
        }

        Assert.Equal([250, 500, 750], _shell.Progress.Select(report => int.Parse(report.Status.Split(' ')[0])));
    }

    private sealed class ManualTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
