using LookoutVision.Commands;
using LookoutVision.Engine.Training;
using LookoutVision.Engine.Training.Advice;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Commands;

public sealed class NewLVModelTests : IDisposable
{
    private readonly ImageFolder _folder = new();
    private readonly FakeHost _host = new();
    private readonly string _manifest;

    public NewLVModelTests()
    {
        _folder.AddMany(3);
        _manifest = _folder.Add("train.manifest");
        File.WriteAllLines(_manifest, Enumerable.Range(0, 3).Select(i =>
            $$$"""{"source-ref": "{{{i:0000}}}.jpg", "anomaly-label": 0, "anomaly-label-metadata": {"class-name": "normal", "type": "groundtruth/image-classification"}}"""));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Progress_is_shown_while_training_and_taken_away_at_the_end()
    {
        _host.OnTrain = (progress, _) =>
        {
            progress!.Report(new TrainingProgress("Learning", 0.5));
            return Task.CompletedTask;
        };

        var shell = new CommandRun<NewLVModelCommand>(new FakeShell(), _host).Run(Bind);

        Assert.Equal("parts", Assert.IsType<ModelDescription>(Assert.Single(shell.Output)).ProjectName);
        Assert.Equal([("parts", "Train a model on 3 images")], shell.Asked);
        Assert.Equal([(50, "Learning")], shell.Progress.Select(report => (report.Percent, report.Status)));
        Assert.False(shell.HasBar);
    }

    [Fact]
    public void What_the_training_is_told_reaches_it()
    {
        new CommandRun<NewLVModelCommand>(new FakeShell(), _host).Run(command =>
        {
            Bind(command);
            (command.Description, command.Seed) = ("second camera", 7);
        });

        Assert.Equal(new ModelTrainingOptions { Description = "second camera", Seed = 7 }, _host.Trained);
    }

    [Fact]
    public void What_is_at_fault_with_the_images_is_a_warning_each()
    {
        var host = new FakeHost { Advice = [new(TrainingAdviceKind.TooFewImages, "Too few.", []), new(TrainingAdviceKind.BlurredImages, "Blurred.", ["a"])] };

        var shell = new CommandRun<NewLVModelCommand>(new FakeShell(), host).Run(Bind);

        Assert.Equal(["Too few.", "Blurred."], shell.Warnings);
        Assert.Single(shell.Output);
    }

    [Fact]
    public void A_pattern_groups_the_images_and_how_many_groups_there_are_is_told()
    {
        var shell = new CommandRun<NewLVModelCommand>(new FakeShell(), _host).Run(command =>
        {
            Bind(command);
            command.GroupBy = "000[01]";
        });

        Assert.Equal(["0000", "0001", null], _host.TrainedOn!.Entries.Select(e => e.Group));
        Assert.Contains("-GroupBy finds 2 groups among 3 images; 1 images have none.", shell.Verbose);
    }

    [Theory]
    [InlineData("nowhere", true)]
    [InlineData("^(", false)]
    [InlineData(3, false)]
    public void Groups_that_are_none_are_told_of(object selector, bool trains)
    {
        var shell = new CommandRun<NewLVModelCommand>(new FakeShell(), _host).Run(command =>
        {
            Bind(command);
            command.GroupBy = selector;
        });

        Assert.Equal(trains, shell.Output.Count == 1);
        Assert.Equal(trains ? 1 : 0, shell.Warnings.Count);
        Assert.Equal(trains ? [] : ["DatasetInvalid"], shell.Errors.Select(e => e.Id));
    }

    [Fact]
    public async Task Stopping_cancels_the_training()
    {
        var training = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        _host.OnTrain = async (_, stop) =>
        {
            stop.Register(cancelled.SetResult);
            training.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
        };
        using var run = new CommandRun<NewLVModelCommand>(new FakeShell(), _host);
        Bind(run.Command);
        run.Begin();
        var stopping = Task.Run(async () =>
        {
            await training.Task;
            run.Stop();
        });

        Assert.Throws<System.Management.Automation.PipelineStoppedException>(() => run.Process());

        await stopping;
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Empty(run.Shell.Output);
        Assert.Empty(run.Shell.Errors);
    }

    [Fact]
    public void What_is_wrong_with_the_images_is_an_error_about_them()
    {
        var shell = new CommandRun<NewLVModelCommand>(new FakeShell(), _host)
            .Run(command => (command.ProjectName, command.Path) = ("parts", Path.Combine(_folder.Root, "nope")));

        var error = Assert.Single(shell.Errors);
        Assert.Equal("PathNotFound", error.Id);
        Assert.Contains("nope", error.Exception.Message);
        Assert.Empty(shell.Asked);
    }

    private void Bind(NewLVModelCommand command) => (command.ProjectName, command.Manifest) = ("parts", _manifest);
}
