using LookoutVision.Commands;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Commands;

public sealed class WaitLVModelTests
{
    private readonly FakeHost _host = new FakeHost()
        .WithModel("parts", "1", ModelStatus.StartingHosting)
        .WithModel("parts", "2", ModelStatus.TrainingFailed);

    [Theory]
    [InlineData(ModelStatus.StartingHosting, ModelStatus.Hosted)]
    [InlineData(ModelStatus.StoppingHosting, ModelStatus.Trained)]
    [InlineData(ModelStatus.Training, ModelStatus.Trained)]
    public void A_model_is_waited_for_until_it_is_where_its_state_leads(ModelStatus now, ModelStatus end)
    {
        _host.Become(new ModelReference("parts", "1"), now);
        _host.AfterDescribe = () => _host.Become(new ModelReference("parts", "1"), end);

        var shell = Run(command => command.ModelVersion = "1");

        Assert.Equal(end, Assert.IsType<ModelDescription>(Assert.Single(shell.Output)).Status);
        Assert.False(shell.HasBar);
    }

    [Fact]
    public void A_model_that_is_on_its_way_nowhere_is_given_at_once() =>
        Assert.Equal(ModelStatus.TrainingFailed, Assert.IsType<ModelDescription>(Assert.Single(Run(command => command.ModelVersion = "2").Output)).Status);

    [Fact]
    public void A_state_that_does_not_lead_there_is_an_error_at_once()
    {
        var shell = Run(command => (command.ModelVersion, command.Status) = ("2", ModelStatus.Hosted));

        Assert.Equal("ModelConflict", Assert.Single(shell.Errors).Id);
        Assert.Empty(shell.Output);
    }

    [Fact]
    public void A_model_that_takes_too_long_is_an_error_that_says_how_to_go_on()
    {
        var shell = Run(command => (command.ModelVersion, command.TimeoutSeconds) = ("1", 1));

        var error = Assert.Single(shell.Errors);
        Assert.Equal(("WaitTimedOut", "parts/1"), (error.Id, error.Target));
        Assert.Contains("Wait-LVModel parts", error.RecommendedAction);
        Assert.Contains("STARTING_HOSTING", shell.Progress[0].Status);
        Assert.InRange(shell.Progress[0].SecondsRemaining, 0, 1);
    }

    private FakeShell Run(Action<WaitLVModelCommand> bind) => new CommandRun<WaitLVModelCommand>(new FakeShell(), _host).Run(command =>
    {
        command.ProjectName = "parts";
        bind(command);
    });
}
