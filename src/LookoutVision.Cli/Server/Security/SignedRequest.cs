using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace LookoutVision.Cli.Server.Security;

/// <summary>What of a request a signature is made of.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query as in the request line.</param>
/// <param name="Headers">The headers.</param>
internal sealed record SignedRequest(string Method, string Target, IHeaderDictionary Headers)
{
    private const string BasicFormat = "yyyyMMdd'T'HHmmss'Z'";

    public static SignedRequest From(HttpContext context) =>
        new(context.Request.Method, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, context.Request.Headers);

    /// <summary>A header's values as one, as a canonical request has them; null where there is none.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values.Count > 0 ? string.Join(',', Enumerate(values)) : null;

    /// <summary>When it was signed, and the header that says so.</summary>
    /// <exception cref="RequestRefusedException">It does not say.</exception>
    public DateTime Timestamp(out string header)
    {
        header = Headers.ContainsKey("x-amz-date") ? "x-amz-date" : "date";
        var text = Header(header) ?? throw Refusals.Incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTime.TryParseExact(text, BasicFormat, CultureInfo.InvariantCulture, utc, out var time)
            || (header == "date" && DateTime.TryParseExact(text, "R", CultureInfo.InvariantCulture, utc, out time)))
        {
            return time;
        }

        throw Refusals.Incomplete($"Date must be in ISO-8601 'basic format'. Got '{text[..Math.Min(text.Length, 40)]}'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    public static string Format(DateTime time) => time.ToString(BasicFormat, CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Enumerate(StringValues values) => values.Select(v => v?.Trim(' '));
}
