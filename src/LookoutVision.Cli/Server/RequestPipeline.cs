using LookoutVision.Cli.Server.Metrics;
using LookoutVision.Cli.Server.Page;
using LookoutVision.Cli.Server.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LookoutVision.Cli.Server;

/// <summary>
/// What every request goes through, in this order: who may come (hosts, pages of others), how many, whether it is signed, how
/// large it is; then its answer, whatever happens; then log and metrics.
/// </summary>
internal sealed class RequestPipeline(ServerSettings settings, IServiceEndpoint endpoint, ServerStatus status, ILogger log)
{
    private const int MostLogged = 300;

    private readonly BrowserRule _browserRule = new(hostsMatter: settings.Keys is null, settings.AllowedHosts);
    private readonly SignatureVerifier? _verifier = settings.Keys is { } keys ? new(keys, settings.Time) : null;

    public async Task InvokeAsync(HttpContext context)
    {
        var record = new RequestRecord();
        context.Response.Headers["x-amzn-RequestId"] = record.RequestId;
        try
        {
            await RouteAsync(context, record);
            record.StatusCode = context.Response.StatusCode;
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            record.StatusCode = 499;
            context.Abort();
        }
        catch (Exception e)
        {
            await AnswerAsync(context, record, e);
        }

        status.Record(record);
        Log(context, record);
    }

    private async Task AnswerAsync(HttpContext context, RequestRecord record, Exception error)
    {
        var answer = ErrorAnswer.Of(error);
        (record.StatusCode, record.ErrorCode) = (answer.Status, answer.Code);
        if (error is not (RequestRefusedException or LookoutVisionException or BadHttpRequestException) || ErrorAnswer.IsOfFile(error))
        {
            RequestLog.Failed(log, error, record.RequestId);
        }

        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        try
        {
            await answer.WriteAsync(context.Response);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            record.StatusCode = 499;
        }
    }

    private Task RouteAsync(HttpContext context, RequestRecord record)
    {
        switch (context.Request.Path.Value)
        {
            case "/healthz":
                return context.Response.WriteAsync("ok");
            case "/readyz":
                context.Response.StatusCode = status.IsReady ? 200 : 503;
                return context.Response.WriteAsync(status.IsReady ? "ready" : "not ready");
        }

        _browserRule.Check(context.Request);
        if (PageAssets.Has(context.Request))
        {
            return PageAssets.WriteAsync(context);
        }

        return status.Handles(context.Request) ? AnswerStatusAsync(context, record) : AnswerOperationAsync(context, record);
    }

    private async Task AnswerStatusAsync(HttpContext context, RequestRecord record)
    {
        if (!(settings.AreMetricsOpen && status.IsMetrics(context.Request)))
        {
            record.Caller = _verifier?.Verify(SignedRequest.From(context)).Key.Owner;
        }

        await status.WriteAsync(context);
    }

    private async Task AnswerOperationAsync(HttpContext context, RequestRecord record)
    {
        status.Gate.Enter();
        byte[]? body = null;
        try
        {
            var claim = _verifier?.Verify(SignedRequest.From(context));
            record.Caller = claim?.Key.Owner;
            body = await status.Bodies.ReadAsync(context.Request, settings.Limits.MaxBodyOf(context.Request), context.RequestAborted);
            claim?.VerifyBody(body);
            await (PageHeatmap.ModelOf(context.Request) is { } model
                ? PageHeatmap.AnswerAsync(context, model, body, endpoint, record)
                : endpoint.AnswerAsync(context, body, record));
        }
        finally
        {
            status.Bodies.Release(body ?? []);
            status.Gate.Leave();
        }
    }

    private void Log(HttpContext context, RequestRecord record)
    {
        // Probes come every few seconds; that they are answered is of no interest.
        if (context.Request.Path.Value is "/healthz" or "/readyz" or "/metrics" or "/page/status" && record.StatusCode == 200)
        {
            return;
        }

        RequestLog.Answered(
            log,
            context.Request.Method,
            Printable(context.Request.Path.Value ?? ""),
            record.StatusCode,
            record.Operation,
            record.ErrorCode,
            Math.Round(record.Elapsed.TotalMilliseconds, 1),
            record.Caller,
            context.Connection.RemoteIpAddress?.ToString(),
            record.RequestId);
    }

    /// <summary>A path may hold anything, such as the line that would look like another entry of the log.</summary>
    private static string Printable(string path) => string.Concat(path.Take(MostLogged).Select(c => char.IsControl(c) ? '?' : c));
}
