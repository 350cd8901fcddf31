using LookoutVision.Cli.Output.Yaml;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Skeletons;

/// <summary>An operation's input as YAML to be filled in, with what is required and which values there are.</summary>
internal static class YamlSkeleton
{
    public static void Write(TextWriter output, ServiceOperation operation) => WriteMembers(output, "", "", Skeleton.Members(operation));

    /// <param name="output">Where to.</param>
    /// <param name="first">What stands before the first member.</param>
    /// <param name="indent">What stands before the others.</param>
    /// <param name="members">The members.</param>
    private static void WriteMembers(TextWriter output, string first, string indent, IReadOnlyList<ShapeMember> members)
    {
        var before = first;
        foreach (var member in members)
        {
            output.WriteLine($"{before}{member.Name}:{Value(member.Shape)}{Comment(member)}");
            before = indent;
            switch (member.Shape)
            {
                case StructureShape structure:
                    WriteMembers(output, $"{indent}  ", $"{indent}  ", structure.Members);
                    break;
                case ListShape { Element: StructureShape item }:
                    WriteMembers(output, $"{indent}- ", $"{indent}  ", item.Members);
                    break;
                case ListShape:
                    output.WriteLine($"{indent}- ''");
                    break;
            }
        }
    }

    private static string Value(Shape shape) => shape switch
    {
        StructureShape or ListShape => "",
        StringShape { Values: [var first, ..] } => YamlScalars.IsSpecial(first) ? $" '{first}'" : $" {first}",
        IntegerShape => " 0",
        FloatShape => " 0.0",
        BooleanShape => " true",
        TimestampShape => " 1970-01-01 00:00:00",
        BlobShape => " !!binary ''",
        _ => " ''",
    };

    private static string Comment(ShapeMember member)
    {
        List<string> parts = [];
        if (member.IsRequired)
        {
            parts.Add("[REQUIRED]");
        }

        if (member.Shape is StringShape { Values.Count: > 0 } text)
        {
            parts.Add($"Valid values are: {string.Join(", ", text.Values)}.");
        }

        return parts.Count == 0 ? "" : $" # {string.Join(' ', parts)}";
    }
}
