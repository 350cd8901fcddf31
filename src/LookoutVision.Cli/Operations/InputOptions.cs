using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Parameters;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Operations;

/// <summary>An option for each member of an operation's input, and those that take the whole input at once.</summary>
internal sealed class InputOptions
{
    private readonly List<MemberOption> _members;

    private readonly Option<string[]> _json = OptionsOf.Text(
        InputDocument.JsonOption, "The input as a JSON object, or file://FILE; options go before its members.", "JSON");

    private readonly Option<string[]> _yaml = OptionsOf.Text(
        InputDocument.YamlOption, "The input as a YAML mapping, or file://FILE; options go before its members.", "YAML");

    /// <param name="operation">The operation; a member that is the request's body itself is left to the command.</param>
    /// <param name="optional">The members that the command finds by itself where they are not given.</param>
    public InputOptions(ServiceOperation operation, IReadOnlyCollection<string> optional) =>
        _members = [.. operation.Input.Where(m => m.Location != MemberLocation.RawBody)
            .Select(m => new MemberOption(m, m.IsRequired && !optional.Contains(m.Name)))];

    public IEnumerable<Option> All => _members.SelectMany(m => m.Options).Concat([_json, _yaml]);

    /// <summary>Whether the whole input is given at once, so that no option has to be there.</summary>
    public bool HasDocument(ParseResult arguments) => arguments.Last(_json) is not null || arguments.Last(_yaml) is not null;

    /// <summary>Whether one of the members is given by its option.</summary>
    public bool Has(ParseResult arguments, string member) => _members.Any(m => m.Name == member && m.IsGiven(arguments));

    /// <summary>The options that have to be there and are not.</summary>
    public IEnumerable<string> Missing(ParseResult arguments) =>
        _members.Where(m => m.IsRequired && !m.IsGiven(arguments)).Select(m => m.OptionName);

    /// <summary>The input, of a document and of options, which go first.</summary>
    /// <exception cref="ParameterException">An argument cannot be understood.</exception>
    public JsonObject Read(ParseResult arguments, bool isRawBinary)
    {
        var input = new JsonObject();
        foreach (var member in _members.Where(m => m.IsGiven(arguments)))
        {
            input[member.Name] = member.Read(arguments, isRawBinary);
        }

        foreach (var (name, value) in Document(arguments))
        {
            if (!input.ContainsKey(name))
            {
                input[name] = value?.DeepClone();
            }
        }

        return input;
    }

    private JsonObject Document(ParseResult arguments) => (arguments.Last(_json), arguments.Last(_yaml)) switch
    {
        ({ } json, null) => InputDocument.FromJson(json),
        (null, { } yaml) => InputDocument.FromYaml(yaml),
        (null, null) => [],
        _ => throw new ParameterException("Only one --cli-input- parameter may be specified."),
    };
}
