namespace LookoutVision.Cli.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("Required command", "")]
    [InlineData("'fly'", "fly")]
    [InlineData("--body", "detect-anomalies --project-name p1 --model-version 1")]
    [InlineData("no-such-file.jpg", "detect-anomalies --body no-such-file.jpg")]
    [InlineData("--project-name", "start-model")]
    [InlineData("valid min value: 1", "start-model --project-name p1 --min-inference-units 0")]
    [InlineData("valid min value: 1", "start-model --project-name p1 --max-inference-units -1")]
    [InlineData("'two'", "start-model --project-name p1 --min-inference-units two")]
    [InlineData("'csv'", "list-models --output csv")]
    [InlineData("--path and --manifest", "create-model --project-name p1")]
    [InlineData("--path and --manifest", "create-model --project-name p1 --path a --manifest b")]
    public async Task NotUnderstood_ExitsWith252AndSaysWhat(string told, string arguments)
    {
        var run = await CommandRun.OfAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(252, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Contains("lookoutvision: error: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "create-model")]
    [InlineData("detect-anomalies --help", "--content-type")]
    [InlineData("start-model --help", "--endpoint-url")]
    [InlineData("demo --help", "--folder")]
    public async Task Help_ExitsWith0AndNamesWhatThereIs(string arguments, string named)
    {
        var run = await CommandRun.OfAsync(arguments.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(named, run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }
}
