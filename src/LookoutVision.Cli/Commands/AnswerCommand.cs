using System.CommandLine;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Hosting;
using LookoutVision.Remote;

namespace LookoutVision.Cli.Commands;

/// <summary>A command that has an answer to write.</summary>
internal abstract class AnswerCommand : Command
{
    private readonly string _operation;

    /// <param name="name">The command.</param>
    /// <param name="operation">The service's name of it, or one in its manner.</param>
    /// <param name="description">What it does, for the help.</param>
    /// <param name="global">The options that every command has.</param>
    protected AnswerCommand(string name, string operation, string description, GlobalOptions global)
        : base(name, description)
    {
        _operation = operation;
        Global = global;
        SetAction((arguments, cancellationToken) => ErrorReport.GuardAsync(
            operation, arguments.InvocationConfiguration.Error, () => RunAsync(arguments, cancellationToken)));
    }

    protected GlobalOptions Global { get; }

    /// <summary>Takes the command's own options, and after them those that all have.</summary>
    protected void Accept(params IEnumerable<Option> options)
    {
        foreach (var option in options.Concat(Global.All).Except(Options).ToList())
        {
            Options.Add(option);
        }
    }

    /// <summary>Does the work and writes its answer; the exit code. Errors are reported.</summary>
    protected abstract Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken);

    protected AnswerWriter Writer(ParseResult arguments) =>
        new(arguments.InvocationConfiguration.Output, Global.Output(arguments), _operation);

    /// <exception cref="ConfigurationException">No host is known for what the options say.</exception>
    protected HostConnection Connect(ParseResult arguments)
    {
        var error = arguments.InvocationConfiguration.Error;
        var settings = Global.Connection(arguments);
        HostConnection host;
        try
        {
            host = HostConnector.Connect(settings, RemoteHosts.Connect);
        }
        catch (ValidationException e)
        {
            throw new ConfigurationException(ErrorReport.Sentences(e));
        }

        if (Global.IsDebugged(arguments))
        {
            error.WriteLine(host.Description);
        }

        if (host.Warning is not null)
        {
            error.WriteLine($"Warning: {host.Warning}");
        }

        return host;
    }
}
