using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Parameters.Yaml;
using LookoutVision.Files;

namespace LookoutVision.Cli.Parameters;

/// <summary>A whole input in one document: <c>--cli-input-json</c> and <c>--cli-input-yaml</c>.</summary>
internal static class InputDocument
{
    public const string JsonOption = "--cli-input-json";
    public const string YamlOption = "--cli-input-yaml";

    /// <exception cref="ParameterException">It is no JSON object.</exception>
    public static JsonObject FromJson(string value)
    {
        var text = ParameterFile.Text(JsonOption, value);
        try
        {
            return JsonInput.Parse(Encoding.UTF8.GetBytes(text)) as JsonObject ?? throw NoObject(JsonOption);
        }
        catch (JsonException e)
        {
            throw ParameterException.Of(JsonOption, $"Invalid JSON: {JsonPlace.Of(e)}\nJSON received: {text}");
        }
    }

    /// <exception cref="ParameterException">It is no YAML mapping.</exception>
    public static JsonObject FromYaml(string value)
    {
        try
        {
            return YamlInput.Read(ParameterFile.Text(YamlOption, value)) as JsonObject ?? throw NoObject(YamlOption);
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw ParameterException.Of(YamlOption, $"Invalid YAML: {e.Message} (line {e.Start.Line} column {e.Start.Column})");
        }
    }

    private static ParameterException NoObject(string option) => ParameterException.Of(option, "Invalid type: expecting map");
}
