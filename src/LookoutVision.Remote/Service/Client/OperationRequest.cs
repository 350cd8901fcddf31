using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Service;
using LookoutVision.Service.Model;
using ServiceRequest = LookoutVision.Remote.Client.ServiceRequest;

namespace LookoutVision.Remote.Service.Client;

/// <summary>From an operation and its input to what is sent, by the table that describes how each member travels.</summary>
internal static class OperationRequest
{
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its members by their names; what is null is not sent.</param>
    /// <param name="image">What the raw body holds; null where the operation has none.</param>
    public static ServiceRequest Of(ServiceOperation operation, JsonObject input, Stream? image)
    {
        var path = operation.PathTemplate[(ServiceOperation.ApiVersion.Length + 2)..];
        var names = new List<string>();
        foreach (var label in At(operation, MemberLocation.Path))
        {
            path = path.Replace($"{{{label.WireName}}}", $"{{{names.Count}}}", StringComparison.Ordinal);
            names.Add(Text(input[label.Name]));
        }

        var members = At(operation, MemberLocation.Json).ToList();
        return new(operation.Method, path, [.. names])
        {
            Query = [.. At(operation, MemberLocation.Query).SelectMany(m => Values(input[m.Name]).Select(v => KeyValuePair.Create(m.WireName, QueryText(m.Shape, v!))))],
            HasClientToken = operation.IdempotencyToken is not null,
            ClientToken = (string?)input[operation.IdempotencyToken?.Name ?? ""],
            Body = image ?? (members.Count == 0 ? null : Json(members, input)),
            ContentType = image is null ? "application/json" : Text(input["ContentType"]),
        };
    }

    private static MemoryStream Json(List<InputMember> members, JsonObject input)
    {
        var given = members.Where(m => input[m.Name] is not null).Select(m => KeyValuePair.Create(m.WireName, (JsonNode?)input[m.Name]!.DeepClone()));
        return new(JsonSerializer.SerializeToUtf8Bytes(new JsonObject(given)), writable: false);
    }

    private static IEnumerable<InputMember> At(ServiceOperation operation, MemberLocation location) =>
        operation.Input.Where(m => m.Location == location);

    private static IEnumerable<JsonNode?> Values(JsonNode? value) =>
        value as JsonArray ?? (value is null ? [] : Enumerable.Repeat<JsonNode?>(value, 1));

    // In a query a moment is ISO 8601, whatever the caller wrote.
    private static string QueryText(Shape shape, JsonNode value) => shape is TimestampShape && WireValue.TryTime(value.AsValue(), out var time)
        ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : Text(value);

    private static string Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "";
}
