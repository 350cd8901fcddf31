using System.Diagnostics;

namespace LookoutVision.Fuzz;

/// <summary>Gives a target one bad input after another and watches what it does.</summary>
internal sealed class FuzzRun(IFuzzTarget target, int seed)
{
    private const int MostFindings = 10;

    // Memory for what was decoded is earned by bytes that were given: deflate grows a thousandfold at most, and pixels take three bytes.
    private const long FreeBytes = 64L << 20;
    private const long BytesPerByte = 8192;

    // A busy machine is forgiven much; what hangs is found all the same.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    private readonly Mutator _mutator = new(target, seed);
    private long _current;

    /// <summary>Runs executions <paramref name="first"/> to first + count - 1 on this thread's watch.</summary>
    public FuzzReport Run(long first, long count)
    {
        var findings = new List<FuzzFinding>();
        var (refused, slowest, most) = (0L, 0L, 0L);
        _ = target.Seeds.Count; // To make them may take longer than any input may.
        var watch = Stopwatch.StartNew();
        var work = Task.Factory.StartNew(
            () =>
            {
                for (var number = first; number < first + count && findings.Count < MostFindings; number++)
                {
                    Volatile.Write(ref _current, number);
                    var input = _mutator.Make(number);
                    var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
                    try
                    {
                        refused += target.Refuses(input) ? 1 : 0;
                    }
                    catch (Exception e)
                    {
                        findings.Add(new(number, input, e.ToString()));
                    }

                    var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
                    slowest = Math.Max(slowest, Stopwatch.GetTimestamp() - start);
                    most = Math.Max(most, bytes);
                    if (bytes > FreeBytes + (BytesPerByte * input.Length))
                    {
                        findings.Add(new(number, input, $"takes {bytes} bytes of memory"));
                    }
                }
            },
            TaskCreationOptions.LongRunning);

        var seen = -1L;
        while (!work.Wait(MostTime))
        {
            var now = Volatile.Read(ref _current);
            if (now == seen)
            {
                findings.Add(new(now, _mutator.Make(now), $"takes more than {MostTime.TotalSeconds} seconds"));
                break;
            }

            seen = now;
        }

        var done = work.IsCompleted && findings.Count < MostFindings ? count : _current - first + 1;
        return new(target.Name, done, refused, TimeSpan.FromSeconds((double)slowest / Stopwatch.Frequency), most, watch.Elapsed) { Findings = findings };
    }
}
