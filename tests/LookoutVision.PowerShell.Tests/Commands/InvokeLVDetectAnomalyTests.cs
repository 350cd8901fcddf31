using System.Management.Automation;
using LookoutVision.Commands;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Commands;

public sealed class InvokeLVDetectAnomalyTests : IDisposable
{
    private readonly ImageFolder _folder = new();
    private readonly FakeHost _host = new FakeHost().WithModel("parts", "1", ModelStatus.Hosted);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Results_come_in_the_order_of_the_images_however_long_each_takes()
    {
        var images = _folder.AddMany(20);
        var first = new TaskCompletionSource();
        _host.OnDetect = async (image, stop) =>
        {
            if (image.Name == images[0])
            {
                await first.Task.WaitAsync(stop);
            }
            else
            {
                first.TrySetResult();
            }

            return FakeHost.Normal(image.Name);
        };

        var shell = Run(command => (command.Path, command.ThrottleLimit) = (images, 4));

        Assert.Equal(images, Paths(shell));
        Assert.Empty(shell.Errors);
    }

    [Fact]
    public void A_result_comes_out_while_later_images_still_arrive()
    {
        var images = _folder.AddMany(100);
        using var run = Start();
        var given = 0;
        while (run.Shell.Output.Count == 0 && given < images.Length)
        {
            run.Process(command => command.Path = [images[given++]]);
        }

        Assert.True(given < images.Length, "No result before the last image was given.");
        run.End();
        Assert.Equal(given, run.Shell.Output.Count);
    }

    [Fact]
    public void One_bad_image_is_an_error_of_its_own_and_the_others_get_results()
    {
        var images = _folder.AddMany(5);
        _host.OnDetect = (image, _) => image.Name == images[2]
            ? throw new ValidationException("cannot be read") { ResourceId = image.Name }
            : Task.FromResult(FakeHost.Normal(image.Name));

        var shell = Run(command => command.Path = images);

        Assert.Equal(images.Where((_, i) => i != 2), Paths(shell));
        var error = Assert.Single(shell.Errors);
        Assert.Equal(("ImageRejected", ErrorCategory.InvalidData, images[2]), (error.Id, error.Category, error.Target));
    }

    [Fact]
    public void A_command_downstream_that_wants_no_more_stops_the_work()
    {
        var images = _folder.AddMany(200);
        var judged = 0;
        CancellationToken told = default;
        _host.OnDetect = (image, stop) =>
        {
            told = stop;
            Interlocked.Increment(ref judged);
            return Task.FromResult(FakeHost.Normal(image.Name));
        };
        using var run = Start(command => command.ThrottleLimit = 2);
        run.Shell.OnOutput = _ => throw new PipelineStoppedException();

        Assert.Throws<PipelineStoppedException>(() =>
        {
            run.Process(command => command.Path = images);
            run.End();
        });

        run.Dispose();
        Assert.Single(run.Shell.Output);
        Assert.InRange(judged, 1, 100);
        Assert.True(told.IsCancellationRequested);
    }

    [Fact]
    public async Task Stopping_ends_a_detection_that_hangs_within_a_second()
    {
        var images = _folder.AddMany(3);
        var hanging = new TaskCompletionSource();
        _host.OnDetect = async (image, _) =>
        {
            hanging.TrySetResult();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return FakeHost.Normal(image.Name);
        };
        using var run = Start();
        var clock = new System.Diagnostics.Stopwatch();
        var stopping = Task.Run(async () =>
        {
            await hanging.Task;
            clock.Start();
            run.Stop();
        });

        Assert.Throws<PipelineStoppedException>(() =>
        {
            run.Process(command => command.Path = images);
            run.End();
        });
        run.Dispose();

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{clock.Elapsed}");
        await stopping;
    }

    [Fact]
    public void When_the_time_for_all_images_is_over_the_command_ends_with_what_is_judged()
    {
        var images = _folder.AddMany(3);
        _host.OnDetect = async (image, stop) =>
        {
            await Task.Delay(image.Name == images[0] ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, stop);
            return FakeHost.Normal(image.Name);
        };

        var shell = Run(command => (command.Path, command.ThrottleLimit, command.TimeoutSeconds) = (images, 2, 1));

        Assert.Equal([images[0]], Paths(shell));
        Assert.Equal(("TimedOut", ErrorCategory.OperationTimeout), (shell.Errors.Single().Id, shell.Errors.Single().Category));
    }

    [Fact]
    public void After_stopping_no_further_image_is_taken()
    {
        var image = _folder.Add("a.jpg");
        using var run = Start();
        run.Stop();

        Assert.Throws<PipelineStoppedException>(() => run.Process(command => command.Path = [image]));
    }

    [Fact]
    public void Without_a_hosted_model_the_command_ends_before_the_first_image()
    {
        using var run = new CommandRun<InvokeLVDetectAnomalyCommand>(new FakeShell(), new FakeHost());

        var error = Assert.Throws<TerminatedException>(run.Begin).Error;

        Assert.Equal(("ModelNotHosted", ErrorCategory.ResourceUnavailable), (error.Id, error.Category));
        Assert.Contains("Start", error.RecommendedAction);
    }

    [Fact]
    public void With_several_hosted_models_the_error_lists_them()
    {
        _host.WithModel("bolts", "3", ModelStatus.Hosted);
        using var run = new CommandRun<InvokeLVDetectAnomalyCommand>(new FakeShell(), _host);

        var error = Assert.Throws<TerminatedException>(run.Begin).Error;

        Assert.Equal("ModelNotNamed", error.Id);
        Assert.Contains("parts/1", error.Exception.Message);
        Assert.Contains("bolts/3", error.Exception.Message);
        Assert.Contains("-ProjectName", error.RecommendedAction);
    }

    [Fact]
    public void Bytes_and_streams_are_judged_under_the_name_they_are_given()
    {
        using var stream = new MemoryStream([1, 2, 3]);
        Assert.Equal("camera 1", Assert.Single(Paths(Run(command => (command.InputStream, command.Name) = (stream, "camera 1")))));
        Assert.Equal("camera 2", Assert.Single(Paths(Run(command => (command.Bytes, command.Name) = ([1], "camera 2")))));
    }

    [Fact]
    public void Bytes_that_the_pipeline_has_taken_apart_are_one_image()
    {
        var judged = new List<string>();
        _host.OnDetect = async (image, stop) =>
        {
            judged.Add(string.Join(' ', await image.ReadAsync(stop)));
            return FakeHost.Normal(image.Name);
        };
        using var run = new CommandRun<InvokeLVDetectAnomalyCommand>(new FakeShell { ExpectsInput = true }, _host);
        run.Command.ThrottleLimit = 1;
        run.Begin();
        foreach (var bytes in new byte[][] { [1], [2], [3], [4, 5], [6] })
        {
            run.Process(command => command.Bytes = bytes);
        }

        run.End();

        Assert.Equal(["1 2 3", "4 5", "6"], judged);
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_images()
    {
        using var run = Start();
        var written = 0;
        run.Shell.OnOutput = _ =>
        {
            written++;
            run.Shell.Output.Clear();
            run.Shell.Verbose.Clear();
        };
        long before = 0;
        for (var i = 0; i < 100_000; i++)
        {
            run.Process(command => (command.Bytes, command.Name) = ([1, 2], $"part {i}"));
            if (i == 5_000)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        run.End();
        Assert.Equal(100_000, written);
        Assert.True(grown < 1024 * 1024, $"{grown} bytes more after 95,000 images more.");
    }

    private FakeShell Run(Action<InvokeLVDetectAnomalyCommand> bind) =>
        new CommandRun<InvokeLVDetectAnomalyCommand>(new FakeShell(), _host).Run(bind);

    private CommandRun<InvokeLVDetectAnomalyCommand> Start(Action<InvokeLVDetectAnomalyCommand>? bind = null)
    {
        var run = new CommandRun<InvokeLVDetectAnomalyCommand>(new FakeShell(), _host);
        bind?.Invoke(run.Command);
        run.Begin();
        return run;
    }

    private static IEnumerable<string> Paths(FakeShell shell) => shell.Output.Cast<DetectAnomalyResult>().Select(result => result.Path);
}
