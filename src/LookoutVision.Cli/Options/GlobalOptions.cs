using System.CommandLine;
using LookoutVision.Cli.Output;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Options;

/// <summary>The options of every command that has an answer; they may stand before the command, too, as with the AWS command.</summary>
internal sealed class GlobalOptions
{
    private static readonly string[] BinaryFormats = ["base64", "raw-in-base64-out"];

    private readonly OutputOptions _output = new();

    private readonly ConnectionOptions _connection = new();

    private readonly Option<bool> _noPaginate = OptionsOf.Flag("--no-paginate", "Ask for the first page of a list only.");

    private readonly Option<string[]> _binaryFormat = OptionsOf.Text(
        "--cli-binary-format", "Whether bytes among the options are in base64, or as they are.", string.Join('|', BinaryFormats)).Complete(BinaryFormats);

    // Known to scripts of the AWS command; here nothing is ever paged through another program, and nothing asks back.
    private readonly Option[] _withoutEffect =
    [
        new Option<bool>("--no-cli-pager") { Description = "Taken, and without effect: no pager is used.", Arity = ArgumentArity.Zero },
        new Option<bool>("--no-cli-auto-prompt") { Description = "Taken, and without effect: nothing is asked.", Arity = ArgumentArity.Zero },
    ];

    public IEnumerable<Option> All => [.. _output.All, _noPaginate, .. _connection.All, _binaryFormat, .. _withoutEffect];

    public OutputSettings Output(ParseResult arguments) => _output.Read(arguments, () => AwsConfiguration.Output(_connection.Profile(arguments)));

    public ConnectionSettings Connection(ParseResult arguments) => _connection.Read(arguments);

    public bool IsDebugged(ParseResult arguments) => _connection.IsDebugged(arguments);

    public bool IsPaginated(ParseResult arguments) => !arguments.GetValue(_noPaginate);

    /// <summary>Whether bytes among the options are given as they are.</summary>
    /// <exception cref="UsageException">There is no such format.</exception>
    public bool IsRawBinary(ParseResult arguments) => (arguments.Last(_binaryFormat) ?? BinaryFormats[0]) switch
    {
        "base64" => false,
        "raw-in-base64-out" => true,
        _ => throw UsageException.NoneOf(_binaryFormat.Name, BinaryFormats),
    };
}
