using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LookoutVision.Batch;
using LookoutVision.Pipeline;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Pipeline;

public sealed class DetectionRunTests
{
    private readonly FakeShell _shell = new();
    private readonly PipelineQueue _queue = new(8);

    [Fact]
    public void What_is_ready_is_written_when_the_next_image_arrives_though_there_is_room_for_more()
    {
        var posted = Channel.CreateUnbounded<string>();
        var run = Start(oneByOne: false, posted.Writer);
        run.Add(Image("a"));
        SpinWait.SpinUntil(() => posted.Reader.TryRead(out _));
        run.Add(Image("b"));

        Assert.Equal("a", Assert.IsType<DetectAnomalyResult>(_shell.Output[0]).Path);
        run.Finish();
        Assert.Equal(2, _shell.Output.Count);
    }

    [Fact]
    public void One_by_one_an_image_is_written_before_the_next_one_is_taken()
    {
        var run = Start(oneByOne: true, Channel.CreateUnbounded<string>().Writer);
        foreach (var count in Enumerable.Range(1, 10))
        {
            run.Add(Image($"{count}"));
            Assert.Equal(count, _shell.Output.Count);
        }

        run.Finish();
    }

    [Fact]
    public void Work_that_breaks_ends_the_command_rather_than_leaving_it_waiting()
    {
        var run = new DetectionRun(_shell, _queue, false, () => null, (_, _) => throw new InvalidDataException("broken"), CancellationToken.None);
        run.Start(work => Task.Run(() => work(CancellationToken.None)));

        var error = Assert.Throws<TerminatedException>(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                run.Add(Image($"{i}"));
            }
        }).Error;

        Assert.Equal("broken", error.Exception.Message);
    }

    private DetectionRun Start(bool oneByOne, ChannelWriter<string> posted)
    {
        var run = new DetectionRun(_shell, _queue, oneByOne, () => null, (images, stop) => Detect(images, posted, stop), CancellationToken.None);
        run.Start(work => Task.Run(() => work(CancellationToken.None)));
        return run;
    }

    private static async IAsyncEnumerable<DetectionOutcome> Detect(
        IAsyncEnumerable<ImageSource> images, ChannelWriter<string> posted, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var image in images.WithCancellation(stop))
        {
            yield return new DetectionOutcome(image, FakeHost.Normal(image.Name), null);

            // The next outcome is asked for once this one is in the queue.
            posted.TryWrite(image.Name);
        }
    }

    private static ImageSource Image(string name) => ImageSource.FromBytes([1], name);
}
