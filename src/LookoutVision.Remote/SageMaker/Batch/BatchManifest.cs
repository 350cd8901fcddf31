using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Files;

namespace LookoutVision.Remote.SageMaker.Batch;

/// <summary>A list of a job's images as SageMaker takes it: what all places begin with, and then the rest of each.</summary>
internal static class BatchManifest
{
    /// <param name="place">Where it lies, for the error.</param>
    /// <param name="bytes">What lies there.</param>
    /// <exception cref="ValidationException">It is none.</exception>
    public static IReadOnlyList<(S3Place Folder, string Name)> Read(S3Place place, byte[] bytes)
    {
        try
        {
            if (JsonInput.Parse(bytes) is not JsonArray { Count: > 0 } lines || lines[0] is not JsonObject head || Text(head["prefix"]) is not { } prefix)
            {
                throw Broken(place, "it does not begin with a 'prefix'");
            }

            var folder = S3Place.Parse(prefix);
            return [.. lines.Skip(1).Select((line, i) => (folder, Text(line) ?? throw Broken(place, $"its entry {i + 1} is no name")))];
        }
        catch (JsonException e)
        {
            throw Broken(place, e.Message.TrimEnd('.'), e);
        }
    }

    private static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var told) ? told : null;

    private static ValidationException Broken(S3Place place, string reason, Exception? cause = null) =>
        new($"'{place}' is no list of images: {reason}.", cause)
        {
            ResourceId = place.ToString(),
            RecommendedAction = "Put back the list that the job was started with, or read its results in the job's output folder.",
        };
}
