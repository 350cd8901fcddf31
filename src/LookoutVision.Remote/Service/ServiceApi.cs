using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LookoutVision.Remote.Service.Client;
using LookoutVision.Service;
using LookoutVision.Service.Model;
using ServiceRequest = LookoutVision.Remote.Client.ServiceRequest;

namespace LookoutVision.Remote.Service;

/// <summary>Calls any operation of a server, by the table that describes how each travels.</summary>
internal sealed partial class ServiceApi(Lazy<AmazonLookoutforVisionClient> client) : IServiceApi
{
    public async Task<JsonObject> CallAsync(
        ServiceOperation operation, JsonObject input, ImageSource? body, CancellationToken cancellationToken)
    {
        var bytes = body is null ? null : await body.ReadAsync(cancellationToken).ConfigureAwait(false);
        return await client.Value.SendAsync<JsonObject>(Request(operation, input, bytes), cancellationToken).ConfigureAwait(false);
    }

    private static ServiceRequest Request(ServiceOperation operation, JsonObject input, byte[]? body)
    {
        var labels = Labels().Matches(operation.PathTemplate).Select(m => m.Groups[1].Value).ToList();
        var path = operation.PathTemplate[(ServiceOperation.ApiVersion.Length + 2)..];
        for (var i = 0; i < labels.Count; i++)
        {
            path = path.Replace($"{{{labels[i]}}}", $"{{{i}}}", StringComparison.Ordinal);
        }

        var names = labels.Select(label => Text(input[operation.Input.First(m => m.Location == MemberLocation.Path && m.WireName == label).Name]));
        var json = Json(operation, input);
        return new(operation.Method, path, [.. names])
        {
            Query = [.. At(operation, MemberLocation.Query).SelectMany(m => Values(input[m.Name]).Select(v => KeyValuePair.Create(m.WireName, QueryText(m.Shape, v!))))],
            HasClientToken = operation.IdempotencyToken is not null,
            ClientToken = (string?)input[operation.IdempotencyToken?.Name ?? ""],
            Body = body ?? json,
            ContentType = body is not null ? Text(input["ContentType"]) : json is null ? null : "application/json",
        };
    }

    private static byte[]? Json(ServiceOperation operation, JsonObject input)
    {
        var members = At(operation, MemberLocation.Json).ToList();
        var given = members.Where(m => input[m.Name] is not null).Select(m => KeyValuePair.Create(m.Name, (JsonNode?)input[m.Name]!.DeepClone()));
        return members.Count == 0 ? null : Encoding.UTF8.GetBytes(new JsonObject(given).ToJsonString());
    }

    private static IEnumerable<InputMember> At(ServiceOperation operation, MemberLocation location) =>
        operation.Input.Where(m => m.Location == location);

    private static IEnumerable<JsonNode?> Values(JsonNode? value) => value as JsonArray ?? (value is null ? [] : Enumerable.Repeat<JsonNode?>(value, 1));

    // In a query a moment is ISO 8601, whatever the caller wrote.
    private static string QueryText(Shape shape, JsonNode value) => shape is TimestampShape && WireValue.TryTime(value.AsValue(), out var time)
        ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : Text(value);

    private static string Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Labels();
}
