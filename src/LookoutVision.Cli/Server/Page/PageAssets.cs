using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Server.Page;

/// <summary>The page's own files; there are no others, and it can load none from elsewhere.</summary>
internal static class PageAssets
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, Asset> ByPath = new(StringComparer.Ordinal)
    {
        ["/"] = Asset.Load("page.html", "text/html; charset=utf-8"),
        ["/page.css"] = Asset.Load("page.css", "text/css; charset=utf-8"),
        ["/page.js"] = Asset.Load("page.js", "text/javascript; charset=utf-8"),
        ["/signature.js"] = Asset.Load("signature.js", "text/javascript; charset=utf-8"),
        ["/overlay.js"] = Asset.Load("overlay.js", "text/javascript; charset=utf-8"),
        ["/icon.svg"] = Asset.Load("icon.svg", "image/svg+xml"),
    };

    public static bool Has(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && ByPath.ContainsKey(request.Path);

    public static async Task WriteAsync(HttpContext context)
    {
        var asset = ByPath[context.Request.Path];
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        headers.ETag = asset.Tag;
        if (context.Request.Headers.IfNoneMatch == asset.Tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = asset.Content.Length;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(asset.Content);
        }
    }

    private sealed record Asset(byte[] Content, string ContentType, string Tag)
    {
        public static Asset Load(string name, string contentType)
        {
            using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new(content, contentType, $"\"{Security.CanonicalRequest.Hash(content)[..16]}\"");
        }
    }
}
