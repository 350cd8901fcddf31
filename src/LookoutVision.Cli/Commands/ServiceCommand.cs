using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Output;
using LookoutVision.Hosting;
using LookoutVision.Remote;

namespace LookoutVision.Cli.Commands;

/// <summary>A command that asks a host for something and writes its answer.</summary>
internal abstract class ServiceCommand : Command
{
    private readonly string _operation;

    private readonly Option<string?> _endpointUrl = new("--endpoint-url")
    {
        Description = "Which host: 'local', 'local:PATH' for the store in that folder, or the 'https://' address of a server. "
            + "Absent: what the environment variable AWS_ENDPOINT_URL_LOOKOUTVISION says, else 'local'.",
        HelpName = "URL",
    };

    private readonly Option<OutputFormat> _output = OutputOption.New();

    private readonly Option<bool> _debug = new("--debug")
    {
        Description = "Tell on the error stream which host was taken and why.",
    };

    /// <param name="name">The command.</param>
    /// <param name="operation">The service's name of it.</param>
    /// <param name="description">What it does, for the help.</param>
    protected ServiceCommand(string name, string operation, string description)
        : base(name, description)
    {
        _operation = operation;
        SetAction(RunAsync);
    }

    /// <summary>Takes the command's own options, and after them those that all share.</summary>
    protected void Accept(params IEnumerable<Option> options)
    {
        foreach (var option in options.Concat([_endpointUrl, _output, _debug]))
        {
            Options.Add(option);
        }
    }

    /// <summary>Does the work; the answer has the members of the service's.</summary>
    protected abstract Task<JsonObject> AskAsync(HostConnection host, ParseResult arguments, CancellationToken cancellationToken);

    private Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var console = arguments.InvocationConfiguration;
        return ErrorReport.GuardAsync(_operation, console.Error, async () =>
        {
            var host = HostConnector.Connect(new() { EndpointUrl = arguments.GetValue(_endpointUrl) }, RemoteHosts.Connect);
            if (arguments.GetValue(_debug))
            {
                console.Error.WriteLine(host.Description);
            }

            if (host.Warning is not null)
            {
                console.Error.WriteLine($"Warning: {host.Warning}");
            }

            var answer = await AskAsync(host, arguments, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            AnswerWriter.Write(console.Output, arguments.GetValue(_output), _operation, answer);
            return ExitCode.Success;
        });
    }
}
