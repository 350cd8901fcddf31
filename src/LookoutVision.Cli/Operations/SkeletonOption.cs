using System.CommandLine;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Skeletons;
using LookoutVision.Cli.Values;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Operations;

/// <summary>The option that shows what an operation takes or answers, and does nothing else.</summary>
internal sealed class SkeletonOption
{
    private const string Input = "input";
    private const string YamlInput = "yaml-input";
    private const string Output = "output";

    private static readonly string[] Kinds = [Input, Output, YamlInput];

    private readonly Option<string?> _kind = new("--generate-cli-skeleton")
    {
        Description = "Do nothing but show the input to be filled in (input, yaml-input), or an answer (output).",
        HelpName = string.Join('|', Kinds),
        Arity = ArgumentArity.ZeroOrOne,
        CompletionSources = { Kinds },
    };

    public Option Option => _kind;

    /// <summary>Shows the input's skeleton where that is asked for.</summary>
    /// <returns>Whether it was.</returns>
    /// <exception cref="UsageException">There is no such kind of skeleton.</exception>
    public bool TryWriteInput(ParseResult arguments, TextWriter output, ServiceOperation operation)
    {
        switch (KindOf(arguments))
        {
            case Input:
                output.WriteLine(JsonText.Indented(Skeleton.OfInput(operation)));
                return true;
            case YamlInput:
                YamlSkeleton.Write(output, operation);
                return true;
            case null or Output:
                return false;
            default:
                throw UsageException.NoneOf(_kind.Name, Kinds);
        }
    }

    /// <summary>Whether a sample answer is asked for.</summary>
    public bool IsOutput(ParseResult arguments) => KindOf(arguments) == Output;

    private string? KindOf(ParseResult arguments) =>
        arguments.GetResult(_kind) is null ? null : arguments.GetValue(_kind) ?? Input;
}
