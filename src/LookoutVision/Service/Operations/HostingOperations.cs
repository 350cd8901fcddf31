using System.Text.Json.Nodes;

namespace LookoutVision.Service.Operations;

/// <summary>The operations on hosted models.</summary>
internal static class HostingOperations
{
    private static readonly string[] ContentTypes = ["image/jpeg", "image/png"];

    public static async Task<JsonObject> StartAsync(ServiceRequest request)
    {
        var units = new InferenceUnits(request.Integer("MinInferenceUnits")!.Value, request.Integer("MaxInferenceUnits"));
        await request.Host.Models.StartModelAsync(request.Model, units, request.CancellationToken).ConfigureAwait(false);
        return Status(ModelStatus.StartingHosting);
    }

    public static async Task<JsonObject> StopAsync(ServiceRequest request)
    {
        await request.Host.Models.StopModelAsync(request.Model, request.CancellationToken).ConfigureAwait(false);
        return Status(ModelStatus.StoppingHosting);
    }

    public static async Task<JsonObject> DetectAsync(ServiceRequest request)
    {
        RequireContentType(request.Required("ContentType"));
        var image = request.Body ?? throw new ArgumentException("The operation needs an image.", nameof(request));
        var result = await request.Host.Models.DetectAnomaliesAsync(request.Model, image, request.CancellationToken).ConfigureAwait(false);
        return new() { ["DetectAnomalyResult"] = DetectionShapes.Result(result) };
    }

    // The service answers so to what it accepts, and scripts wait for the next state, which may be here by now.
    private static JsonObject Status(ModelStatus accepted) => new() { ["Status"] = accepted.ToWireName() };

    /// <summary>Which of the two an image is its content says; many clients state the same for both.</summary>
    private static void RequireContentType(string stated)
    {
        var type = stated.Split(';')[0].Trim();
        if (!ContentTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            throw new ValidationException($"The content type '{stated}' is not that of an image to judge.")
            {
                RecommendedAction = "State image/jpeg or image/png, and send such an image.",
            };
        }
    }
}
