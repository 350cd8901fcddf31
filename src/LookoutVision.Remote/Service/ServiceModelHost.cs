using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LookoutVision.Remote.Service.Client;
using LookoutVision.Remote.Service.Shapes;

namespace LookoutVision.Remote.Service;

/// <summary>Asks a server that speaks the Lookout for Vision API.</summary>
internal sealed class ServiceModelHost(Lazy<AmazonLookoutforVisionClient> client) : IModelHost
{
    public async Task<DetectAnomalyResult> DetectAnomaliesAsync(
        ModelReference model, ImageSource image, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var body = await ImageBody.OpenAsync(image, cancellationToken).ConfigureAwait(false);
        var input = Of(model);
        input["ContentType"] = body.Info.ContentType;
        var answer = await client.Value.CallAsync<DetectAnomaliesAnswer>("DetectAnomalies", input, cancellationToken, body.Content).ConfigureAwait(false);
        var verdict = Answer.Require(answer.DetectAnomalyResult, nameof(answer.DetectAnomalyResult));
        return verdict.ToResult(image.Name, model, body.Info, watch.Elapsed);
    }

    public Task<ModelDescription> StartModelAsync(ModelReference model, InferenceUnits units, CancellationToken cancellationToken)
    {
        var input = Of(model);
        input["MinInferenceUnits"] = units.Minimum;
        input["MaxInferenceUnits"] = units.Maximum;
        return ChangeAsync("StartModel", model, input, cancellationToken);
    }

    public Task<ModelDescription> StopModelAsync(ModelReference model, CancellationToken cancellationToken) =>
        ChangeAsync("StopModel", model, Of(model), cancellationToken);

    public async Task<ModelDescription> DescribeModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        var answer = await client.Value.CallAsync<JsonObject>("DescribeModel", Of(model), cancellationToken).ConfigureAwait(false);
        return Answer.Member<ModelShape>(answer, "ModelDescription").ToDescription(model.ProjectName, model.ModelVersion);
    }

    public async IAsyncEnumerable<ModelDescription> ListModelsAsync(
        string? projectName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = projectName is null ? await ListProjectsAsync(cancellationToken).ConfigureAwait(false) : [projectName];
        foreach (var project in projects)
        {
            var models = new List<ModelDescription>();
            var input = new JsonObject { ["ProjectName"] = project };
            await foreach (var model in client.Value.ListAsync<ModelShape>("ListModels", input, cancellationToken).ConfigureAwait(false))
            {
                models.Add(model.ToDescription(project));
            }

            foreach (var model in models.OrderByDescending(NumberOf))
            {
                yield return model;
            }
        }
    }

    private async Task<IEnumerable<string>> ListProjectsAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var project in client.Value.ListAsync<ProjectShape>("ListProjects", [], cancellationToken).ConfigureAwait(false))
        {
            names.Add(Answer.Require(project.ProjectName, nameof(project.ProjectName)));
        }

        return names.Order(StringComparer.Ordinal);
    }

    /// <summary>The model after a start or stop, in the state that its answer tells.</summary>
    private async Task<ModelDescription> ChangeAsync(
        string operation, ModelReference model, JsonObject input, CancellationToken cancellationToken)
    {
        var answer = await client.Value.CallAsync<HostingAnswer>(operation, input, cancellationToken).ConfigureAwait(false);
        var status = HostingAnswer.Parse(answer.Status);
        try
        {
            var description = await DescribeModelAsync(model, cancellationToken).ConfigureAwait(false);
            return description with { Status = status };
        }
        catch (LookoutVisionException)
        {
            // The change is accepted whether or not the model may be looked at.
            return new() { ProjectName = model.ProjectName, ModelVersion = model.ModelVersion, Status = status };
        }
    }

    private static JsonObject Of(ModelReference model) => new() { ["ProjectName"] = model.ProjectName, ["ModelVersion"] = model.ModelVersion };

    private static int NumberOf(ModelDescription model) =>
        int.TryParse(model.ModelVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
