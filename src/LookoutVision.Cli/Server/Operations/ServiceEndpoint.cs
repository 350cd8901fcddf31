using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Server.Limits;
using LookoutVision.Cli.Server.Metrics;
using LookoutVision.Cli.Server.Security;
using LookoutVision.Engine.Imaging;
using LookoutVision.Export;
using LookoutVision.Hosting;
using LookoutVision.Local;
using LookoutVision.Service;
using LookoutVision.Service.Model;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Server.Operations;

/// <summary>Answers the operations of the service from a local store.</summary>
internal sealed class ServiceEndpoint(LocalStore store, HostConnection host, IdempotencyLog repeated, ServerSettings settings) : IServiceEndpoint
{
    // The answer is read by clients and never stands in a page: base64 stays as it is.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly InferenceQueue _queue = new(settings.Limits);
    private volatile bool _isReady;

    public bool IsReady => _isReady;

    /// <summary>Loads what is hosted, so that the first image is judged as fast as the others.</summary>
    /// <returns>The models that cannot be loaded, and why.</returns>
    public IReadOnlyList<LookoutVisionException> Warm()
    {
        var failed = new List<LookoutVisionException>();
        foreach (var model in store.Models(ModelStatus.Hosted))
        {
            try
            {
                ModelCache.Get(model.FilePath);
            }
            catch (LookoutVisionException e)
            {
                failed.Add(e);
            }
        }

        _isReady = true;
        return failed;
    }

    public IEnumerable<HostedLoad> Models() => ServedModels.Loads(store, _queue);

    public async Task AnswerAsync(HttpContext context, byte[] body, RequestRecord record)
    {
        var (operation, labels) = OperationRouter.Find(context.Request.Method, RawTarget.Segments(context))
            ?? throw new RequestRefusedException(
                StatusCodes.Status404NotFound, "UnknownOperationException",
                $"The API has no operation '{context.Request.Method} {context.Request.Path}'; its paths begin with '/{ServiceOperation.ApiVersion}/'.");
        record.Operation = operation.Name;
        RequireAllowed(operation);
        var input = InputReader.Read(operation, labels, context.Request, body);
        var answer = await repeated.AnswerAsync(
            operation, input, end => DispatchAsync(operation, input, body, record, end), context.RequestAborted);
        context.Response.StatusCode = operation.SuccessStatus;
        context.Response.ContentType = "application/json";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, Readable);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    public async Task<byte[]> MapAsync(ModelReference model, byte[] image, RequestRecord record, CancellationToken cancellationToken)
    {
        var heatmap = await Served(record).MapAnomaliesAsync(model, ImageSource.FromBytes(image, "the image"), cancellationToken);
        return HeatmapPainter.Paint(ImageCodec.Decode(image), heatmap);
    }

    private Task<JsonObject> DispatchAsync(
        ServiceOperation operation, JsonObject input, byte[] body, RequestRecord record, CancellationToken cancellationToken)
    {
        var served = host with { Models = Served(record) };
        var image = operation.RawBody is null ? null : ImageSource.FromBytes(body, "the image");
        return new ServiceDispatcher(served).DispatchAsync(operation, input, image, cancellationToken);
    }

    private ServedModels Served(RequestRecord record) => new(host.Models, store, _queue, record);

    private void RequireAllowed(ServiceOperation operation)
    {
        if (settings.IsReadOnly && operation.Method != HttpMethods.Get && operation.RawBody is null)
        {
            throw new AccessDeniedException($"This server only judges images and tells what there is: {operation} would change the store.")
            {
                RecommendedAction = "Ask the server that the store belongs to.",
            };
        }
    }
}
