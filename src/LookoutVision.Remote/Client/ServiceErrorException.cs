using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using LookoutVision.Files;
using LookoutVision.Remote.Transport;

namespace LookoutVision.Remote.Client;

/// <summary>An error as the server told it, in the form that the pipeline's retries understand.</summary>
internal sealed partial class ServiceErrorException : AmazonServiceException, IRetryAfter
{
    private const int MostRead = 64 * 1024;
    private const int MostTold = 300;

    private ServiceErrorException(string message, Exception inner, string code, string? requestId, HttpStatusCode status)
        : base(message, inner, (int)status < 500 ? ErrorType.Sender : ErrorType.Receiver, code, requestId, status)
    {
    }

    /// <summary>All that the server told; null where it is not JSON.</summary>
    public JsonObject? Members { get; private init; }

    public string? ResourceId { get; private init; }

    public string? ResourceType { get; private init; }

    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Whatever the answer is: the service's, another server's page, or nothing at all.</summary>
    public static ServiceErrorException Read(IWebResponseData response, Stream body, HttpStatusCode status, Exception inner)
    {
        var text = ReadText(body);
        var members = Parse(text);
        var code = Code(Header(response, "x-amzn-ErrorType") ?? Text(members, "__type") ?? Text(members, "Code") ?? Text(members, "code"));
        var message = Text(members, "Message") ?? Text(members, "message") ?? Plain(members is null ? text : "");
        return new(message, inner, code, Header(response, "x-amzn-RequestId"), status)
        {
            Members = members,
            ResourceId = Text(members, "ResourceId"),
            ResourceType = Text(members, "ResourceType"),
            RetryAfter = int.TryParse(Header(response, "Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : null,
        };
    }

    private static string ReadText(Stream body)
    {
        var buffer = new char[MostRead];
        using var reader = new StreamReader(body, leaveOpen: true);
        return new(buffer, 0, reader.ReadBlock(buffer));
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonInput.Parse(Encoding.UTF8.GetBytes(text)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Header(IWebResponseData response, string name) =>
        response.IsHeaderPresent(name) ? response.GetHeaderValue(name) : null;

    private static string? Text(JsonObject? members, string name) =>
        members?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Bare: <c>ns#X:http://...</c> is X.</summary>
    private static string Code(string? text) => text is null ? "" : text.Split(':')[0].Split('#')[^1].Trim();

    /// <summary>A web page's words in one line.</summary>
    private static string Plain(string text)
    {
        var words = Blanks().Replace(WebUtility.HtmlDecode(Markup().Replace(text, " ")), " ").Trim();
        return words.Length <= MostTold ? words : words[..MostTold] + "...";
    }

    [GeneratedRegex(@"<(script|style)\b.*?</\1>|<[^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
