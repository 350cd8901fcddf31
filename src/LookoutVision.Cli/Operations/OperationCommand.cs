using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Commands;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Cli.Paging;
using LookoutVision.Cli.Parameters;
using LookoutVision.Cli.Skeletons;
using LookoutVision.Cli.Values;
using LookoutVision.Hosting;
using LookoutVision.Service.Model;
using LookoutVision.Service.Validation;

namespace LookoutVision.Cli.Operations;

/// <summary>A command that is one of the service's operations: its options are the members of the operation's input.</summary>
internal class OperationCommand : AnswerCommand
{
    private readonly SkeletonOption _skeleton = new();

    private readonly PagingOptions? _paging;

    /// <param name="operation">The operation.</param>
    /// <param name="description">What it does, for the help.</param>
    /// <param name="global">The options that every command has.</param>
    /// <param name="optional">The required members that the command finds by itself where they are not given.</param>
    public OperationCommand(ServiceOperation operation, string description, GlobalOptions global, params string[] optional)
        : base(OptionName.Command(operation.Name), operation.Name, description, global)
    {
        Operation = operation;
        Input = new(operation, optional);
        _paging = operation.Pagination is null ? null : new();
        Accept([.. Input.All, .. _paging?.All ?? [], _skeleton.Option]);
    }

    protected ServiceOperation Operation { get; }

    protected InputOptions Input { get; }

    protected sealed override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var console = arguments.InvocationConfiguration;
        if (_skeleton.TryWriteInput(arguments, console.Output, Operation))
        {
            return ExitCode.Success;
        }

        var writer = Writer(arguments);
        RequireOptions(arguments);
        var input = Input.Read(arguments, Global.IsRawBinary(arguments));
        if (_skeleton.IsOutput(arguments))
        {
            Validate(input);
            writer.Write(Skeleton.OfOutput(Operation));
            return ExitCode.Success;
        }

        return await RunAsync(arguments, input, writer, cancellationToken);
    }

    /// <summary>Requires the options of what the operation cannot do without.</summary>
    /// <exception cref="UsageException">Some are not there.</exception>
    protected virtual void RequireOptions(ParseResult arguments)
    {
        var missing = Input.HasDocument(arguments) ? [] : Input.Missing(arguments).ToList();
        if (missing.Count > 0)
        {
            throw UsageException.Missing(missing);
        }
    }

    /// <summary>Asks for what the options say, and writes the answer.</summary>
    protected virtual async Task<int> RunAsync(ParseResult arguments, JsonObject input, AnswerWriter writer, CancellationToken cancellationToken)
    {
        var paging = _paging?.Read(arguments, input, Global.IsPaginated(arguments));
        var host = Connect(arguments);
        await CompleteAsync(host, input, cancellationToken);
        Validate(input);
        if (paging is null)
        {
            writer.Write(await AskAsync(host, input, cancellationToken));
        }
        else
        {
            await writer.WriteAsync(ServicePages.Ask(
                Operation.Pagination!.ResultMember, input, paging, page => AskAsync(host, page, cancellationToken)));
        }

        return ExitCode.Success;
    }

    /// <summary>Puts in what was left out and can be found.</summary>
    protected virtual Task CompleteAsync(HostConnection host, JsonObject input, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Asks once.</summary>
    protected virtual async Task<JsonMap> AskAsync(HostConnection host, JsonObject input, CancellationToken cancellationToken)
    {
        var answer = await ServiceCalls.CallAsync(host, Operation, input, body: null, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return AnswerReader.Read(Operation, answer);
    }

    /// <param name="input">The members of the operation's input.</param>
    /// <param name="optional">A required member that this command can do without.</param>
    /// <exception cref="ParameterException">The operation does not take the input; the message names every fault.</exception>
    protected void Validate(JsonObject input, string? optional = null)
    {
        var faults = InputValidator.Validate(Operation, input, optional).Select(f => f.ClientMessage).OfType<string>().ToList();
        if (faults.Count > 0)
        {
            throw new ParameterException($"Parameter validation failed:\n{string.Join('\n', faults)}");
        }
    }
}
