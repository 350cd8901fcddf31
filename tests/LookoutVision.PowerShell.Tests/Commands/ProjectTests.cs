using System.Management.Automation;
using LookoutVision.Commands;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Commands;

public sealed class ProjectTests
{
    private readonly FakeHost _host = new FakeHost().WithModel("parts", "1", ModelStatus.Hosted);

    [Fact]
    public void Names_are_told_of_one_by_one_and_a_missing_one_is_an_error_of_its_own()
    {
        var shell = Run<GetLVProjectCommand>(command => command.ProjectName = ["nope", "parts"]);

        Assert.Equal("parts", Assert.IsType<ProjectDescription>(Assert.Single(shell.Output)).ProjectName);
        var error = Assert.Single(shell.Errors);
        Assert.Equal(("ProjectNotFound", ErrorCategory.ObjectNotFound, "nope"), (error.Id, error.Category, error.Target));
    }

    [Fact]
    public void A_project_with_models_is_kept_and_the_error_says_how_to_go_on()
    {
        var shell = Run<RemoveLVProjectCommand>(command => command.ProjectName = ["parts"]);

        Assert.Empty(_host.Calls);
        var error = Assert.Single(shell.Errors);
        Assert.Equal("ProjectHasModels", error.Id);
        Assert.Equal("Stop it first: Stop-LVModel parts 1", error.RecommendedAction);
    }

    [Fact]
    public void A_project_goes_with_its_datasets()
    {
        _host.Projects.Add(new ProjectDescription
        {
            ProjectName = "bolts",
            Datasets = [new DatasetDescription { ProjectName = "bolts", DatasetType = DatasetType.Train }],
        });

        var shell = Run<RemoveLVProjectCommand>(command => command.ProjectName = ["bolts"]);

        Assert.Equal([("bolts", "Delete project")], shell.Asked);
        Assert.Equal(["delete bolts Train", "delete bolts"], _host.Calls);
    }

    [Fact]
    public void A_host_without_projects_says_so()
    {
        using var run = new CommandRun<NewLVProjectCommand>(new FakeShell(), _host);
        run.Command.Connect = _ => new Hosting.HostConnection(_host, null, "A camera.");
        run.Begin();

        var error = Assert.Throws<TerminatedException>(() => run.Process(command => command.ProjectName = ["x"])).Error;

        Assert.Equal("HostWithoutProjects", error.Id);
    }

    private FakeShell Run<TCommand>(Action<TCommand> bind)
        where TCommand : LookoutVisionCommand, new() => new CommandRun<TCommand>(new FakeShell(), _host).Run(bind);
}
