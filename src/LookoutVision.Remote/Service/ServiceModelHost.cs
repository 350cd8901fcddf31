using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LookoutVision.Remote.Client;
using LookoutVision.Remote.Service.Client;
using LookoutVision.Remote.Service.Shapes;

namespace LookoutVision.Remote.Service;

/// <summary>Asks a server that speaks the Lookout for Vision API.</summary>
internal sealed class ServiceModelHost(Lazy<AmazonLookoutforVisionClient> client) : IModelHost
{
    private const string ModelPath = "projects/{0}/models/{1}";

    public async Task<DetectAnomalyResult> DetectAnomaliesAsync(
        ModelReference model, ImageSource image, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var bytes = await image.ReadAsync(cancellationToken).ConfigureAwait(false);
        var info = ImageHeader.Read(image.Name, bytes);
        var request = new ServiceRequest("POST", ModelPath + "/detect", model.ProjectName, model.ModelVersion)
        {
            Body = bytes,
            ContentType = info.ContentType,
        };
        var answer = await client.Value.SendAsync<DetectAnomaliesAnswer>(request, cancellationToken).ConfigureAwait(false);
        var verdict = answer.DetectAnomalyResult ?? throw Lacks("DetectAnomalyResult");
        return verdict.ToResult(image.Name, model, info, watch.Elapsed);
    }

    public async Task<ModelDescription> StartModelAsync(ModelReference model, InferenceUnits units, CancellationToken cancellationToken)
    {
        var request = new ServiceRequest("POST", ModelPath + "/start", model.ProjectName, model.ModelVersion)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new StartModelBody(units.Minimum, units.Maximum), Json.Options),
            ContentType = "application/json",
            HasClientToken = true,
        };
        return await ChangeAsync(model, request, cancellationToken).ConfigureAwait(false);
    }

    public Task<ModelDescription> StopModelAsync(ModelReference model, CancellationToken cancellationToken) =>
        ChangeAsync(
            model,
            new("POST", ModelPath + "/stop", model.ProjectName, model.ModelVersion) { HasClientToken = true },
            cancellationToken);

    public async Task<ModelDescription> DescribeModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        var request = new ServiceRequest("GET", ModelPath, model.ProjectName, model.ModelVersion);
        var answer = await client.Value.SendAsync<DescribeModelAnswer>(request, cancellationToken).ConfigureAwait(false);
        return answer.ModelDescription?.ToDescription(model) ?? throw Lacks("ModelDescription");
    }

    public async IAsyncEnumerable<ModelDescription> ListModelsAsync(
        string? projectName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = projectName is null ? await ListProjectsAsync(cancellationToken).ConfigureAwait(false) : [projectName];
        foreach (var project in projects)
        {
            var models = await ReadPagesAsync<ListModelsAnswer, ModelShape>(
                token => new("GET", "projects/{0}/models", project) { NextToken = token },
                page => (page.Models, page.NextToken),
                cancellationToken).ConfigureAwait(false);
            foreach (var model in models
                .Select(m => m.ToDescription(new(project, m.ModelVersion ?? throw Lacks("ModelVersion"))))
                .OrderByDescending(m => int.TryParse(m.ModelVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0))
            {
                yield return model;
            }
        }
    }

    private async Task<IEnumerable<string>> ListProjectsAsync(CancellationToken cancellationToken)
    {
        var projects = await ReadPagesAsync<ListProjectsAnswer, ListProjectsAnswer.Project>(
            token => new("GET", "projects") { NextToken = token },
            page => (page.Projects, page.NextToken),
            cancellationToken).ConfigureAwait(false);
        return projects.Select(p => p.ProjectName ?? throw Lacks("ProjectName")).Order(StringComparer.Ordinal);
    }

    private async Task<List<TItem>> ReadPagesAsync<TPage, TItem>(
        Func<string?, ServiceRequest> ask,
        Func<TPage, (IReadOnlyList<TItem>? Items, string? NextToken)> open,
        CancellationToken cancellationToken)
    {
        var all = new List<TItem>();
        var seen = new HashSet<string>();
        string? token = null;
        do
        {
            var page = await client.Value.SendAsync<TPage>(ask(token), cancellationToken).ConfigureAwait(false);
            var (items, next) = open(page);
            all.AddRange(items ?? []);
            token = string.IsNullOrEmpty(next) ? null : next;
        }
        while (token is not null && (seen.Add(token) ? true : throw new InternalServerException("The server gives the same page of its list again and again.")));
        return all;
    }

    /// <summary>The model after a start or stop, in the state that its answer tells.</summary>
    private async Task<ModelDescription> ChangeAsync(ModelReference model, ServiceRequest request, CancellationToken cancellationToken)
    {
        var answer = await client.Value.SendAsync<HostingAnswer>(request, cancellationToken).ConfigureAwait(false);
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

    private static InternalServerException Lacks(string member) => new($"The server's answer is not the service's: it lacks {member}.");
}
