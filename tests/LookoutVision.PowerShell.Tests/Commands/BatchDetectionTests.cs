using LookoutVision.Binding;
using LookoutVision.Commands;
using LookoutVision.Hosting;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Commands;

public sealed class BatchDetectionTests
{
    private readonly FakeShell _shell = new();

    [Fact]
    public void What_is_asked_for_is_passed_on_and_each_run_given()
    {
        var batches = new FakeBatches();

        Run<StartLVBatchDetectionCommand>(batches, command =>
            (command.ProjectName, command.InputUri, command.OutputUri, command.Name, command.InstanceCount) = ("defects", "s3://parts/in", "s3://parts/out", "night", 2));

        var expected = new BatchDetectionRequest(new("defects", "latest"), "s3://parts/in", "s3://parts/out") { Name = "night", InstanceCount = 2 };
        Assert.Equal(expected, batches.Started);
        Assert.Equal(["night-jpeg (InProgress)", "night-png (InProgress)"], _shell.Output.Select(o => $"{o}"));
        Assert.Equal(("s3://parts/in", "Judge all images with defects on 2 ml.c5.2xlarge, which cost until they are done"), Assert.Single(_shell.Asked));
    }

    [Fact]
    public void A_refusal_starts_nothing()
    {
        var batches = new FakeBatches();

        Run<StartLVBatchDetectionCommand>(batches, command => (command.ProjectName, command.InputUri, command.OutputUri) = ("a", "b", "c"), new FakeShell { Agrees = false });

        Assert.Null(batches.Started);
    }

    [Fact]
    public void All_are_listed_and_a_name_describes()
    {
        Run<GetLVBatchDetectionCommand>(new FakeBatches(), _ => { });
        Run<GetLVBatchDetectionCommand>(new FakeBatches(), command => command.Name = ["march"]);

        Assert.Equal(["night (Completed)", "day (Completed)", "march (Completed)"], _shell.Output.Select(o => $"{o}"));
    }

    [Fact]
    public void One_that_is_missing_is_an_error_and_the_next_is_given()
    {
        Run<GetLVBatchDetectionCommand>(new FakeBatches(), command => command.Name = ["none", "march"]);

        Assert.Equal(("ResourceNotFound", "none"), (_shell.Errors[0].Id, _shell.Errors[0].Target));
        Assert.Single(_shell.Output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_is_stopped_where_that_is_agreed_to(bool agrees)
    {
        var batches = new FakeBatches();
        var shell = new FakeShell { Agrees = agrees };

        Run<StopLVBatchDetectionCommand>(batches, command => command.Name = ["night", "day"], shell);

        Assert.Equal(agrees ? ["night", "day"] : [], batches.Stopped);
        Assert.Equal([("night", "Stop judging; the results so far stay"), ("day", "Stop judging; the results so far stay")], shell.Asked);
    }

    [Fact]
    public void Names_are_completed()
    {
        var completer = new BatchDetectionCompleter
        {
            Connect = _ => new HostConnection(new FakeHost(), null, "A host of the tests.") { Batches = new FakeBatches() },
            Patience = TimeSpan.FromSeconds(20),
        };

        Assert.Equal([("night", "night (Completed)"), ("day", "day (Completed)")], completer.Propose(new Dictionary<string, object>()));
    }

    [Fact]
    public void Results_are_given_and_an_image_without_one_is_an_error()
    {
        Run<ReceiveLVBatchDetectionCommand>(new FakeBatches(), command => command.Name = ["night"]);

        Assert.IsType<DetectAnomalyResult>(Assert.Single(_shell.Output));
        Assert.Equal("HostFailed", Assert.Single(_shell.Errors).Id);
        Assert.Empty(_shell.Warnings);
    }

    [Fact]
    public void That_it_failed_is_warned_of_and_what_there_is_follows()
    {
        Run<ReceiveLVBatchDetectionCommand>(new FakeBatches { End = BatchDetectionStatus.Failed }, command => command.Name = ["night"]);

        Assert.Contains("night (Failed)", Assert.Single(_shell.Warnings), StringComparison.Ordinal);
        Assert.Single(_shell.Output);
    }

    [Fact]
    public void A_host_without_them_ends_the_command()
    {
        var error = Assert.Throws<TerminatedException>(() => Run<GetLVBatchDetectionCommand>(null, _ => { }));

        Assert.Equal("HostWithoutBatches", error.Error.Id);
    }

    private void Run<TCommand>(IBatchDetections? batches, Action<TCommand> bind, FakeShell? shell = null)
        where TCommand : HostCommand, new()
    {
        using var run = new CommandRun<TCommand>(shell ?? _shell, new FakeHost());
        run.Command.Connect = _ => new HostConnection(new FakeHost(), null, "A host of the tests.") { Batches = batches };
        run.Run(bind);
    }
}
