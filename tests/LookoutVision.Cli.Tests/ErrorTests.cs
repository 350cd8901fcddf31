namespace LookoutVision.Cli.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => $"local:{_folder.Path}";

    [Theory]
    [InlineData("StartModel", "start-model")]
    [InlineData("StopModel", "stop-model --model-version 1")]
    [InlineData("DescribeModel", "describe-model --model-version 1")]
    [InlineData("ListModels", "list-models")]
    public async Task AnUnknownProject_IsAServiceErrorWordedAsTheAwsCommandDoes(string operation, string arguments)
    {
        var run = await CommandRun.OfAsync([.. arguments.Split(' '), "--project-name", "nosuch", "--endpoint-url", Store]);

        Assert.Equal(254, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith(
            $"\nAn error occurred (ResourceNotFoundException) when calling the {operation} operation: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("nosuch", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task DetectAnomalies_WhereNothingIsHosted_SaysToStartAModel()
    {
        var image = _folder["part.jpg"];
        await File.WriteAllTextAsync(image, "no image");

        var run = await CommandRun.OfAsync("detect-anomalies", "--body", image, "--endpoint-url", Store);

        Assert.Equal(254, run.ExitCode);
        Assert.StartsWith("\nAn error occurred (ConflictException) when calling the DetectAnomalies operation: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("start-model", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownEndpoint_IsNamed()
    {
        var run = await CommandRun.OfAsync("list-models", "--endpoint-url", "gopher://camera");

        Assert.Equal(253, run.ExitCode);
        Assert.Contains("gopher://camera", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateModel_OfAMissingFolder_LeavesNoProject()
    {
        var run = await CommandRun.OfAsync("create-model", "--project-name", "p1", "--path", _folder["nosuch"], "--endpoint-url", Store);
        var list = await CommandRun.OfAsync("list-models", "--endpoint-url", Store);

        Assert.Equal(254, run.ExitCode);
        Assert.Contains("nosuch", run.Error, StringComparison.Ordinal);
        Assert.Empty(list.Json["Models"]!.AsArray());
    }

    [Fact]
    public async Task CtrlC_ExitsWith130()
    {
        var run = await CommandRun.OfAsync(new CancellationToken(canceled: true), "list-models", "--endpoint-url", Store);

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Debug_TellsTheStoreOnTheErrorStream()
    {
        var run = await CommandRun.OfAsync("list-models", "--endpoint-url", Store, "--debug");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(_folder.Path, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
