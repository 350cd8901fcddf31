using Microsoft.AspNetCore.Http;

namespace LookoutVision.Remote.Tests.EdgeAgent.Double;

/// <summary>Answers that no agent gives, and that what listens on its socket may give all the same.</summary>
internal static class BrokenAnswers
{
    public static async Task WriteAsync(HttpContext context, string mode)
    {
        context.Response.ContentType = mode == "page" ? "text/html" : "application/grpc";
        context.Response.StatusCode = mode == "503" ? 503 : 200;
        byte[] body = mode switch
        {
            "page" => [.. "<html>hello</html>"u8],
            "no status" or "no description" => [0, 0, 0, 0, 0],
            "cut off" => [0, 0],
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
        else if (mode != "no status")
        {
            context.Response.AppendTrailer("grpc-status", "0");
        }
    }
}
