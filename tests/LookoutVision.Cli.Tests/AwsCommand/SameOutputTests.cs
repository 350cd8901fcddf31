using System.CommandLine.Parsing;
using System.Diagnostics;
using LookoutVision.Testing;

namespace LookoutVision.Cli.Tests.AwsCommand;

/// <summary>The AWS command and this one, asked the same of the same server, write the same bytes and exit alike.</summary>
[Collection(nameof(Environment))]
public sealed class SameOutputTests : IDisposable
{
    private static readonly (string Name, string Value)[] Variables =
    [
        ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("AWS_PAGER", ""),
        ("AWS_CONFIG_FILE", "/dev/null"),
        ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
    ];

    private readonly List<string?> _before = [.. Variables.Select(v => Environment.GetEnvironmentVariable(v.Name))];

    private readonly WireServer _server = new();

    public SameOutputTests()
    {
        foreach (var (name, value) in Variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    [AwsTheory]
    [InlineData("describe-model --project-name p1 --model-version 1")]
    [InlineData("describe-model --project-name p1 --model-version 1 --output table")]
    [InlineData("list-projects --output text")]
    [InlineData("list-projects --output yaml-stream --max-items 1")]
    [InlineData("list-models --project-name p1 --output yaml --query 'Models[].{Version:ModelVersion,F1:Performance.F1Score}'")]
    [InlineData("create-model --project-name p1 --output-config S3Location={Bucket=b")]
    [InlineData("start-model --project-name err-409 --model-version 1 --min-inference-units 1")]
    [InlineData("start-model-packaging-job --generate-cli-skeleton")]
    public async Task TheSame(string command)
    {
        string[] arguments = [.. CommandLineParser.SplitCommandLine(command.Replace('\'', '"')), "--endpoint-url", _server.Endpoint.AbsoluteUri];

        var expected = await AwsAsync(arguments);
        var actual = await CommandRun.OfAsync(arguments);

        Assert.Equal(expected, actual);
    }

    public void Dispose()
    {
        _server.Dispose();
        for (var i = 0; i < Variables.Length; i++)
        {
            Environment.SetEnvironmentVariable(Variables[i].Name, _before[i]);
        }
    }

    private static async Task<CommandRun> AwsAsync(string[] arguments)
    {
        using var aws = Process.Start(new ProcessStartInfo(AwsTheoryAttribute.Command, ["lookoutvision", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = aws.StandardOutput.ReadToEndAsync();
        var error = aws.StandardError.ReadToEndAsync();
        await aws.WaitForExitAsync();
        return new(aws.ExitCode, await output, await error);
    }
}
