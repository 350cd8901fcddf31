using LookoutVision.Pipeline;

namespace LookoutVision.PowerShell.Tests.Pipeline;

public sealed class PipelineQueueTests
{
    [Fact]
    public void Writes_are_carried_out_in_order_on_the_thread_that_waits()
    {
        var queue = new PipelineQueue(4);
        var written = new List<int>();
        var threads = new HashSet<int>();
        var work = Task.Run(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                var value = i;
                await queue.PostAsync(
                    () =>
                    {
                        written.Add(value);
                        threads.Add(Environment.CurrentManagedThreadId);
                    },
                    CancellationToken.None);
            }
        });

        queue.RunUntil(work, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 1000), written);
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public void A_full_queue_holds_the_work_back()
    {
        var queue = new PipelineQueue(2);
        Assert.True(queue.PostAsync(() => { }, CancellationToken.None).IsCompleted);
        Assert.True(queue.PostAsync(() => { }, CancellationToken.None).IsCompleted);

        var third = queue.PostAsync(() => { }, CancellationToken.None).AsTask();

        Assert.False(third.IsCompleted);
        queue.RunUntil(third, CancellationToken.None);
    }

    [Fact]
    public void The_error_of_the_work_comes_after_what_it_wrote()
    {
        var queue = new PipelineQueue(2);
        var written = 0;
        var work = Task.Run(async () =>
        {
            await queue.PostAsync(() => written++, CancellationToken.None);
            throw new InvalidDataException("broken");
        });

        Assert.Throws<InvalidDataException>(() => queue.RunUntil(work, CancellationToken.None));
        Assert.Equal(1, written);
    }

    [Fact]
    public void Stopping_ends_the_wait_for_work_that_does_not_end()
    {
        using var stop = new CancellationTokenSource();
        var queue = new PipelineQueue(2);
        queue.TryPost(stop.Cancel);

        Assert.Throws<OperationCanceledException>(() => queue.RunUntil(new TaskCompletionSource().Task, stop.Token));
    }
}
