using System.Globalization;
using LookoutVision.Cli.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LookoutVision.Cli.Output.Yaml;

/// <summary>YAML as the AWS command writes it: members by name, strings unquoted where that leaves them strings.</summary>
internal static class YamlOutput
{
    private const int LineWidth = 80;

    /// <summary>Writes a document; a single value, which YAML would end with '...', is written as JSON.</summary>
    public static void Write(TextWriter output, object? value)
    {
        if (PythonText.IsScalar(value))
        {
            output.WriteLine(JsonText.Compact(value));
            return;
        }

        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings().WithBestIndent(2).WithBestWidth(LineWidth));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Emit(emitter, value);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        output.Write(text.ToString());
    }

    private static void Emit(Emitter emitter, object? value)
    {
        switch (value)
        {
            case JsonMap members:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (var (name, member) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    emitter.Emit(Text(name));
                    Emit(emitter, member);
                }

                emitter.Emit(new MappingEnd());
                break;
            case object?[] items:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                foreach (var item in items)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case string text:
                emitter.Emit(Text(text));
                break;
            default:
                emitter.Emit(new Scalar(Plain(value)));
                break;
        }
    }

    private static Scalar Text(string text)
    {
        var isPlain = !YamlScalars.IsSpecial(text);
        return new(AnchorName.Empty, TagName.Empty, text, YamlStyle.Of(text), isPlain, isQuotedImplicit: true);
    }

    private static string Plain(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number => JsonText.Float(number),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
