using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LookoutVision.Remote.Tests.EdgeAgent.Double;

/// <summary>Answers that no agent gives, and that what listens on its socket may give all the same.</summary>
internal static class BrokenAnswers
{
    public static async Task WriteAsync(HttpContext context, string mode)
    {
        context.Response.ContentType = mode switch { "page" => "text/html", "grpc-web" => "application/grpc-web+proto", _ => "application/grpc+proto" };
        context.Response.StatusCode = mode == "503" ? 503 : 200;
        byte[] body = mode switch
        {
            "page" => [.. "<html>hello</html>"u8],
            "no status" or "no description" => [0, 0, 0, 0, 0],
            "cut off" or "cut off with a status" => [0, 0],
            "two messages" => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            "cut off in the message" => [0, 0, 0, 0, 9, 1],
            "compressed" => [1, 0, 0, 0, 0],
            "too large" => [0, 255, 255, 255, 255],
            "not a message" => [0, 0, 0, 0, 2, 0x0A, 0xFF],
            _ => [],
        };
        await context.Response.Body.WriteAsync(body);
        if (mode == "abort")
        {
            context.Abort();
        }
        else if (mode is not ("no status" or "nothing at all"))
        {
            context.Response.AppendTrailer("grpc-status", mode switch { "cut off with a status" => "8", "a status that is none" => "many", _ => "0" });
            context.Response.AppendTrailer("grpc-message", mode == "a status that is none" ? "as the agent put it" : "100 %25 of the memory is gone");
        }
    }

    /// <summary>Ends a call by RST_STREAM.</summary>
    public static Task ResetAsync(HttpContext context, int code)
    {
        context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(code);
        return Task.CompletedTask;
    }
}
