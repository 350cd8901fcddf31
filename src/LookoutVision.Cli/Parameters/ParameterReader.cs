using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Parameters.Shorthand;
using LookoutVision.Files;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Parameters;

/// <summary>Turns the words that follow an option into the value that the service's shape asks for.</summary>
/// <param name="option">The option, with its dashes.</param>
/// <param name="isRawBinary">Whether bytes are given as they are, not in base64.</param>
internal sealed class ParameterReader(string option, bool isRawBinary)
{
    /// <exception cref="ParameterException">The words are no such value.</exception>
    public JsonNode? Read(IReadOnlyList<string> words, Shape shape)
    {
        if (shape is BlobShape)
        {
            return Bytes(words[^1]);
        }

        return shape is ListShape list ? List([.. words.Select(w => ParameterFile.Text(option, w))], list) : One(ParameterFile.Text(option, words[^1]), shape);
    }

    private JsonNode? One(string text, Shape shape) => shape is StructureShape
        ? text.TrimStart().StartsWith('{') ? Json(text) : Shorthand(text, shape)
        : Scalars.Read(option, text, shape);

    private JsonNode? List(string[] texts, ListShape list)
    {
        if (texts is [var single] && single.TrimStart().StartsWith('['))
        {
            return Json(single);
        }

        return new JsonArray([.. texts.Select(t => One(t, list.Element))]);
    }

    private JsonNode? Shorthand(string text, Shape shape)
    {
        try
        {
            return ShorthandTypes.Apply(option, ShorthandParser.Parse(text), shape);
        }
        catch (ShorthandException e)
        {
            throw ParameterException.Of(option, e.Message);
        }
    }

    private JsonNode? Json(string text)
    {
        try
        {
            return JsonInput.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException e)
        {
            throw ParameterException.Of(option, $"Invalid JSON: {JsonPlace.Of(e)}\nJSON received: {text}");
        }
    }

    private string Bytes(string word)
    {
        if (ParameterFile.NamesBytes(word))
        {
            return Convert.ToBase64String(ParameterFile.Bytes(option, word));
        }

        var text = ParameterFile.Text(option, word);
        if (isRawBinary)
        {
            return Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        }

        try
        {
            return Convert.ToBase64String(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new ParameterException($"Invalid base64: \"{(text.Length <= 100 ? text : $"{text[..100]}...")}\"");
        }
    }
}
