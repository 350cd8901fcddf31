namespace LookoutVision.Cli.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("error: the following arguments are required: command", "")]
    [InlineData("error: argument command: Invalid choice, valid choices are:", "fly")]
    [InlineData("maybe you meant:\n\n  * list-projects", "list-project")]
    [InlineData("Unknown options: --colour, on", "list-projects --colour on")]
    [InlineData("Unknown options: stray", "describe-model --project-name p1 stray")]
    [InlineData("error: the following arguments are required: --body", "detect-anomalies --project-name p1 --model-version 1")]
    [InlineData("error: the following arguments are required: --project-name", "start-model")]
    [InlineData("error: the following arguments are required: --project-name, --dataset-type", "create-dataset")]
    [InlineData("error: argument --project-name: expected one argument", "start-model --project-name --model-version 1")]
    [InlineData("error: argument --body: expected at least one argument", "detect-anomalies --body --output json")]
    [InlineData("error: argument --output: Invalid choice, valid choices are:\n\njson                                     | text", "list-models --output xml")]
    [InlineData("error: argument --max-items: invalid int value: 'x'", "list-projects --max-items x")]
    [InlineData("error: argument --generate-cli-skeleton: Invalid choice", "list-projects --generate-cli-skeleton all")]
    [InlineData("error: one of the arguments --output-config, --path and --manifest is required", "create-model --project-name p1")]
    [InlineData("error: one of the arguments --path and --manifest is required, and only one", "create-model --project-name p1 --path a --manifest b")]
    public async Task NotUnderstood_ExitsWith252AndSaysWhatAfterTheUsage(string told, string arguments)
    {
        var run = await CommandRun.OfAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(252, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("\nusage: lookoutvision [options] <command> [parameters]\n", run.Error, StringComparison.Ordinal);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Error parsing parameter '--body': Blob values must be a path to a file, and 'no-such-file.jpg' is none.", "detect-anomalies --body no-such-file.jpg")]
    [InlineData("Parameter validation failed:\nInvalid value for parameter MinInferenceUnits, value: 0, valid min value: 1", "start-model --project-name p1 --min-inference-units 0")]
    [InlineData("Parameter validation failed:\nInvalid value for parameter MaxInferenceUnits, value: -1, valid min value: 1", "start-model --project-name p1 --max-inference-units -1")]
    [InlineData("Error parsing parameter '--min-inference-units': invalid literal for int() with base 10: 'two'", "start-model --project-name p1 --min-inference-units two")]
    [InlineData("Cannot specify --no-paginate along with pagination arguments: --max-items", "list-projects --no-paginate --max-items 1")]
    [InlineData("Only one --cli-input- parameter may be specified.", "list-projects --cli-input-json {} --cli-input-yaml {}")]
    [InlineData("Error parsing parameter '--cli-input-json': Invalid type: expecting map", "list-projects --cli-input-json []")]
    [InlineData("Bad value for --query a[: Invalid jmespath expression: Incomplete expression:\n\"a[\"\n   ^", "list-projects --query a[")]
    [InlineData("Error parsing parameter '--tags': Expected: '=', received: 'EOF' for input:\nKey\n   ^", "tag-resource --resource-arn a --tags Key")]
    [InlineData("Parameter validation failed:\nMissing required parameter in Tags[0]: \"Value\"", "tag-resource --resource-arn a --tags Key=k")]
    [InlineData("Error parsing parameter '--configuration': Unable to load paramfile file://nosuch: [Errno 2] No such file or directory: 'nosuch'", "start-model-packaging-job --project-name p --model-version 1 --configuration file://nosuch")]
    public async Task AnArgumentThatIsNone_ExitsWith252AndIsNamed(string told, string arguments)
    {
        var run = await CommandRun.OfAsync([.. arguments.Split(' ')]);

        Assert.Equal((252, "", $"\n{told}"), (run.ExitCode, run.Output, run.Error[..Math.Min(run.Error.Length, told.Length + 1)]));
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
