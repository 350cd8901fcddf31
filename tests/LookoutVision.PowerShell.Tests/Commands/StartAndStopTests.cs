using System.Management.Automation;
using LookoutVision.Commands;
using LookoutVision.Pipeline;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Commands;

public sealed class StartAndStopTests
{
    private readonly FakeHost _host = new FakeHost()
        .WithModel("parts", "1", ModelStatus.Trained)
        .WithModel("parts", "2", ModelStatus.Trained)
        .WithModel("bolts", "1", ModelStatus.Hosted);

    [Fact]
    public void The_newest_version_is_started_where_none_is_named_and_is_then_the_session_s_model()
    {
        var shell = new FakeShell();

        Run<StartLVModelCommand>(shell, command => command.ProjectName = "parts");

        Assert.Equal(["start parts/2 1 "], _host.Calls);
        Assert.Equal(new ModelReference("parts", "2"), SessionModel.Get(shell.Session));
        Assert.Empty(shell.Output);
        Run<InvokeLVDetectAnomalyCommand>(shell, command => command.Bytes = [1]);
        Assert.Single(shell.Output);
    }

    [Fact]
    public void Capacity_is_passed_on()
    {
        Run<StartLVModelCommand>(new FakeShell(), command =>
            (command.ProjectName, command.ModelVersion, command.MinInferenceUnit, command.MaxInferenceUnit) = ("parts", "1", 2, 5));

        Assert.Equal(["start parts/1 2 5"], _host.Calls);
    }

    [Fact]
    public void A_refusal_starts_nothing_and_remembers_nothing()
    {
        var shell = new FakeShell { Agrees = false };

        Run<StartLVModelCommand>(shell, command => command.ProjectName = "parts");

        Assert.Equal([("parts/2", "Start model")], shell.Asked);
        Assert.Empty(_host.Calls);
        Assert.Null(SessionModel.Get(shell.Session));
    }

    [Fact]
    public void A_hosted_model_is_not_started_again_but_becomes_the_session_s()
    {
        var shell = new FakeShell();

        Run<StartLVModelCommand>(shell, command => command.ProjectName = "bolts");

        Assert.Empty(_host.Calls);
        Assert.Empty(shell.Errors);
        Assert.Equal(new ModelReference("bolts", "1"), SessionModel.Get(shell.Session));
    }

    [Fact]
    public void Stopping_finds_the_hosted_version_and_forgets_it()
    {
        var shell = new FakeShell();
        SessionModel.Set(shell.Session, new ModelReference("bolts", "1"));

        Run<StopLVModelCommand>(shell, command => command.ProjectName = "bolts");

        Assert.Equal(["stop bolts/1"], _host.Calls);
        Assert.Null(SessionModel.Get(shell.Session));
    }

    [Fact]
    public void A_model_that_is_missing_is_an_error_and_the_next_one_is_started()
    {
        using var run = new CommandRun<StartLVModelCommand>(new FakeShell(), _host);
        run.Begin();
        run.Process(command => (command.ProjectName, command.ModelVersion) = ("parts", "9"));
        run.Process(command => command.ModelVersion = "1");
        run.End();

        var error = Assert.Single(run.Shell.Errors);
        Assert.Equal(("ModelNotFound", ErrorCategory.ObjectNotFound, "parts/9"), (error.Id, error.Category, error.Target));
        Assert.Equal(["start parts/1 1 "], _host.Calls);
    }

    private void Run<TCommand>(FakeShell shell, Action<TCommand> bind)
        where TCommand : LookoutVisionCommand, new() => new CommandRun<TCommand>(shell, _host).Run(bind);
}
