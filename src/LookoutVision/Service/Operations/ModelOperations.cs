using System.Globalization;
using System.Text.Json.Nodes;

namespace LookoutVision.Service.Operations;

/// <summary>The operations on models.</summary>
internal static class ModelOperations
{
    public static async Task<JsonObject> CreateAsync(ServiceRequest request)
    {
        var options = TrainingOptions(request);

        // Where nobody trains in the background the model is there when the answer is.
        var model = request.Host.Training is { } training
            ? await training.StartTrainingAsync(request.ProjectName, options, request.CancellationToken).ConfigureAwait(false)
            : await request.Projects.CreateModelAsync(request.ProjectName, options, null, request.CancellationToken).ConfigureAwait(false);
        return new() { ["ModelMetadata"] = ModelShapes.Metadata(model) };
    }

    /// <summary>What CreateModel's input says of the training.</summary>
    public static ModelTrainingOptions TrainingOptions(ServiceRequest request)
    {
        var location = request.Input["OutputConfig"]?["S3Location"];
        return new()
        {
            Description = request.Text("Description"),
            OutputConfig = location is null ? null : new((string)location["Bucket"]!, (string?)location["Prefix"]),
            KmsKeyId = request.Text("KmsKeyId"),
            Tags = request.TagsOf("Tags"),
        };
    }

    public static async Task<JsonObject> DescribeAsync(ServiceRequest request)
    {
        var model = await request.Host.Models.DescribeModelAsync(request.Model, request.CancellationToken).ConfigureAwait(false);
        return new() { ["ModelDescription"] = ModelShapes.Description(model) };
    }

    public static Task<JsonObject> ListAsync(ServiceRequest request) => Page.ReadAsync(
        request,
        request.Host.Models.ListModelsAsync(request.ProjectName, request.CancellationToken),
        m => m.ModelVersion,
        (m, last) => int.Parse(m.ModelVersion, CultureInfo.InvariantCulture) < int.Parse(last, CultureInfo.InvariantCulture),
        ModelShapes.Metadata);

    public static async Task<JsonObject> DeleteAsync(ServiceRequest request)
    {
        var model = await request.Host.Models.DescribeModelAsync(request.Model, request.CancellationToken).ConfigureAwait(false);
        await request.Projects.DeleteModelAsync(request.Model, request.CancellationToken).ConfigureAwait(false);
        return new JsonObject().With("ModelArn", model.ModelArn);
    }
}
