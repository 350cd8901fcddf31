using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Tests.Numerics;

public class LoopsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Loops_inside_loops_keep_to_the_threads_together()
    {
        const int threads = 2;
        var scheduler = Loops.Shared(threads);
        var (running, most, ran) = (0, 0, 0);
        var gate = new object();

        // A pool of few threads would hide that more were asked for.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + 8, ports);
        Loops.For(4, threads, _ => Loops.For(200, threads, _ =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
            }

            Thread.SpinWait(2000);
            lock (gate)
            {
                running--;
                ran++;
            }
        }, default, scheduler), default, scheduler);
        ThreadPool.SetMinThreads(workers, ports);
        Assert.Equal(800, ran);
        Assert.InRange(most, 1, threads);
    }

    [Fact]
    public void A_thread_without_a_step_of_the_outer_loop_helps_with_an_inner_one()
    {
        const int threads = 2;
        var scheduler = Loops.Shared(threads);
        using var meeting = new Barrier(threads);
        var met = 0;
        Loops.For(1, threads, _ => Loops.For(threads, threads, _ =>
        {
            // Each waits for the other: on one thread nobody would come.
            if (meeting.SignalAndWait(Patience))
            {
                Interlocked.Increment(ref met);
            }
        }, default, scheduler), default, scheduler);
        Assert.Equal(threads, met);
    }

    [Fact]
    public void A_fault_in_an_inner_loop_comes_out_as_it_is()
    {
        var scheduler = Loops.Shared(2);
        var thrown = Assert.Throws<InvalidDataException>(() => Loops.For(
            3, 2, _ => Loops.For(3, 2, _ => throw new InvalidDataException("bad"), default, scheduler), default, scheduler));
        Assert.Equal("bad", thrown.Message);
    }

    [Fact]
    public void A_cancelled_inner_loop_cancels_the_outer_one()
    {
        using var cancellation = new CancellationTokenSource();
        var scheduler = Loops.Shared(2);
        Assert.ThrowsAny<OperationCanceledException>(() => Loops.For(
            2, 2, _ => Loops.For(1000, 2, _ => cancellation.Cancel(), cancellation.Token, scheduler), cancellation.Token, scheduler));
    }
}
