using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Completion;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Parameters;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Operations;

/// <summary>The option, or the two, of a member of an operation's input.</summary>
internal sealed class MemberOption
{
    private readonly Shape _shape;

    private readonly Option<string[]>? _value;

    private readonly Option<bool>? _yes;

    private readonly Option<bool>? _no;

    public MemberOption(InputMember member, bool isRequired)
    {
        (Name, IsRequired, _shape) = (member.Name, isRequired, member.Shape);
        OptionName = Operations.OptionName.Option(Name);
        var description = MemberDescriptions.Of(Name);
        if (_shape is BooleanShape)
        {
            _yes = OptionsOf.Flag(OptionName, description);
            _no = OptionsOf.Flag($"--no-{OptionName[2..]}", $"The contrary of {OptionName}.");
        }
        else
        {
            _value = _shape is ListShape
                ? OptionsOf.List(OptionName, description, "VALUE")
                : OptionsOf.Text(OptionName, description, _shape is IntegerShape ? "N" : "VALUE").Complete((_shape as StringShape)?.Values ?? []);
            if (Name == "ProjectName")
            {
                _value.CompletionSources.Add(_ => StoredNames.Projects().Select(n => new CompletionItem(n)));
            }
            else if (Name == "DatasetType")
            {
                _value.CompletionSources.Add("train", "test");
            }
        }
    }

    public string Name { get; }

    public string OptionName { get; }

    public bool IsRequired { get; }

    public IEnumerable<Option> Options => _value is not null ? [_value] : [_yes!, _no!];

    public bool IsGiven(ParseResult arguments) => Options.Any(o => arguments.GetResult(o) is { Implicit: false });

    public JsonNode? Read(ParseResult arguments, bool isRawBinary) => _value is null
        ? arguments.GetValue(_yes!)
        : new ParameterReader(OptionName, isRawBinary).Read(arguments.GetValue(_value)!, _shape);
}
