using LookoutVision.Cli.Server.Metrics;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Server.Page;

/// <summary>What the page lays over an image of a model that gives no mask: <c>POST /page/heatmap/PROJECT/VERSION</c>.</summary>
internal static class PageHeatmap
{
    /// <summary>The model that is asked; null where the request is another one.</summary>
    public static ModelReference? ModelOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value?.Split('/') is ["", "page", "heatmap", { Length: > 0 } project, { Length: > 0 } version]
            ? new(project, version)
            : null;

    public static async Task AnswerAsync(HttpContext context, ModelReference model, byte[] image, IServiceEndpoint endpoint, RequestRecord record)
    {
        record.Operation = "Heatmap";
        var map = await endpoint.MapAsync(model, image, record, context.RequestAborted);
        context.Response.ContentType = "image/png";
        context.Response.ContentLength = map.Length;
        await context.Response.Body.WriteAsync(map, context.RequestAborted);
    }
}
