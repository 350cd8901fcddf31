using System.Text.Json.Nodes;
using LookoutVision.Cli.Output.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LookoutVision.Cli.Parameters.Yaml;

/// <summary>Reads a YAML document as JSON.</summary>
internal sealed class YamlInput
{
    private const int MaximumDepth = 50;
    private const string Binary = "tag:yaml.org,2002:binary";

    private readonly Parser _parser;

    private int _depth;

    private YamlInput(string text) => _parser = new(new StringReader(text));

    /// <exception cref="YamlException">It is no YAML, or has what JSON cannot say.</exception>
    public static JsonNode? Read(string text)
    {
        var input = new YamlInput(text);
        input._parser.Consume<StreamStart>();
        if (input._parser.TryConsume<StreamEnd>(out _))
        {
            return null;
        }

        input._parser.Consume<DocumentStart>();
        var value = input.Value();
        input._parser.Consume<DocumentEnd>();
        return input._parser.Accept<StreamEnd>(out _) ? value : throw Error(input._parser.Current!, "expected a single document in the stream");
    }

    private JsonNode? Value()
    {
        if (++_depth > MaximumDepth)
        {
            throw Error(_parser.Current!, "it is nested too deep");
        }

        var value = _parser.Accept<MappingStart>(out _) ? Mapping()
            : _parser.Accept<SequenceStart>(out _) ? Sequence()
            : _parser.TryConsume<Scalar>(out var scalar) ? Word(scalar)
            : throw Error(_parser.Current!, "anchors are not taken");
        _depth--;
        return value;
    }

    private JsonObject Mapping()
    {
        var members = new JsonObject();
        _parser.Consume<MappingStart>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Consume<Scalar>();
            if (!members.TryAdd(key.Value, Value()))
            {
                throw Error(key, $"the key \"{key.Value}\" is there twice");
            }
        }

        return members;
    }

    private JsonArray Sequence()
    {
        var items = new JsonArray();
        _parser.Consume<SequenceStart>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value());
        }

        return items;
    }

    private static JsonNode? Word(Scalar scalar)
    {
        if (!scalar.Tag.IsEmpty && scalar.Tag.Value == Binary)
        {
            return string.Concat(scalar.Value.Where(c => !char.IsWhiteSpace(c)));
        }

        return scalar.Style != ScalarStyle.Plain ? scalar.Value : YamlScalars.Resolve(scalar.Value) switch
        {
            null => null,
            bool truth => truth,
            long whole => whole,
            double number when double.IsFinite(number) => number,
            _ => scalar.Value,
        };
    }

    private static YamlException Error(ParsingEvent at, string reason) => new(at.Start, at.End, reason);
}
