using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Files;
using LookoutVision.Service.Model;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Server.Operations;

/// <summary>Gathers the members of an operation's input from path, query, headers and body.</summary>
internal static class InputReader
{
    /// <exception cref="ValidationException">The body is no JSON object.</exception>
    public static JsonObject Read(
        ServiceOperation operation, IReadOnlyDictionary<string, string> labels, HttpRequest request, byte[] body)
    {
        var members = operation.Input.Any(m => m.Location == MemberLocation.Json) ? Parse(body) : [];
        var input = new JsonObject();
        foreach (var member in operation.Input)
        {
            var value = member.Location switch
            {
                MemberLocation.Path => labels[member.WireName],
                MemberLocation.Query => FromQuery(member, request),
                MemberLocation.Header => request.Headers[member.WireName].Count > 0 ? request.Headers[member.WireName].ToString() : null,
                MemberLocation.Json => members[member.WireName]?.DeepClone(),
                _ => null,
            };
            if (value is not null)
            {
                input[member.Name] = value;
            }
        }

        return input;
    }

    /// <summary>Text that is no number or no truth value stays text, which the service's limits then refuse.</summary>
    private static JsonNode? FromQuery(InputMember member, HttpRequest request)
    {
        var values = request.Query[member.WireName];
        return (values.Count, member.Shape) switch
        {
            (0, _) => null,
            (_, ListShape) => new JsonArray([.. values.Select(v => (JsonNode?)v)]),
            (_, IntegerShape) when long.TryParse(values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            (_, BooleanShape) when values[0] is "true" or "false" => values[0] == "true",
            _ => values[0],
        };
    }

    private static JsonObject Parse(byte[] body)
    {
        if (body.Length == 0)
        {
            return [];
        }

        try
        {
            return JsonInput.Parse(body) as JsonObject ?? throw Invalid("it is no object", null);
        }
        catch (JsonException e)
        {
            throw Invalid(e.Message.TrimEnd('.'), e);
        }
    }

    private static ValidationException Invalid(string reason, Exception? cause) =>
        new($"The body of the request is not the JSON that it should be: {reason}.", cause);
}
