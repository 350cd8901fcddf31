using System.Net;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Server.Security;

/// <summary>
/// Keeps web pages of others away. A page that a user of this machine looks at can send requests to loopback (they come with
/// its Origin), and, by a name that resolves anew to 127.0.0.1, also read the answers (they come with that name as Host).
/// </summary>
/// <param name="hostsMatter">Whether unsigned requests are taken, which a page under a foreign name could make.</param>
/// <param name="allowedHosts">Names, without a port, that the user added.</param>
internal sealed class BrowserRule(bool hostsMatter, IReadOnlyCollection<string> allowedHosts)
{
    private readonly HashSet<string> _allowed = new(allowedHosts, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RequestRefusedException">Another page makes the request, or it names a foreign host.</exception>
    public void Check(HttpRequest request)
    {
        if (hostsMatter && !IsKnown(request.Host.Host))
        {
            throw Refusals.ForeignHost(request.Host.Host);
        }

        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !IsOwn(origin, request.Host))
        {
            throw Refusals.ForeignPage();
        }

        // A link or a bookmark leads to the page: that is a navigation, and brings nothing but the page.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var isNavigation = HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate";
        if (site is "cross-site" or "same-site" && !isNavigation)
        {
            throw Refusals.ForeignPage();
        }
    }

    private bool IsKnown(string host) =>
        _allowed.Contains(host)
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>A proxy may have taken TLS off, so the scheme is not compared.</summary>
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is { } port ? uri.Port == port : uri.IsDefaultPort);
}
