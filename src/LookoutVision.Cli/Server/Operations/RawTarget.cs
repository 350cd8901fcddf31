using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LookoutVision.Cli.Server.Operations;

/// <summary>
/// The path of a request as it came, before anything was decoded: an encoded slash is a part of its segment, and a path is
/// decoded once, never twice.
/// </summary>
internal static class RawTarget
{
    /// <summary>The segments of the path, each decoded; empty where the target has none.</summary>
    public static IReadOnlyList<string> Segments(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        // A proxy's form names the host too.
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var start = target.StartsWith('/') ? 0 : scheme < 0 ? -1 : target.IndexOf('/', scheme + 3);
        if (start < 0)
        {
            return [];
        }

        var path = target[(start + 1)..];
        return [.. path.Split('?', 2)[0].Split('/').Select(Uri.UnescapeDataString)];
    }
}
