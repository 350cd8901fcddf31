using System.Text.Json;
using System.Text.Json.Nodes;

namespace LookoutVision.Files;

/// <summary>Reads JSON of strangers. The platform looks at text and names only when they are asked for; here they are, so nothing fails later.</summary>
internal static class JsonInput
{
    /// <exception cref="JsonException">It is no JSON, its text is no Unicode, or an object has a member twice.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var node = JsonNode.Parse(utf8);
            Read(node);
            return node;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("Its text is no Unicode.", e);
        }
        catch (ArgumentException e)
        {
            throw new JsonException("An object has a member twice.", e);
        }
    }

    // As deep as the parser lets a document be.
    private static void Read(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, value) in members)
                {
                    Read(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Read(item);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                value.GetValue<string>();
                break;
        }
    }
}
