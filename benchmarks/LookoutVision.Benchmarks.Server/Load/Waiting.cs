namespace LookoutVision.Benchmarks.Server.Load;

/// <summary>Waits, unless the run ends before.</summary>
internal static class Waiting
{
    public static Task ForAsync(TimeSpan time, CancellationToken end) => Task.Delay(time, end).ContinueWith(_ => { }, TaskScheduler.Default);
}
