using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LookoutVision.Datasets;
using LookoutVision.Engine.Training;
using LookoutVision.Hosting;
using LookoutVision.Remote.Service.Client;
using LookoutVision.Remote.Service.Shapes;

namespace LookoutVision.Remote.Service;

/// <summary>Projects of a server. It trains on images in its buckets; those of this machine are not sent.</summary>
internal sealed class ServiceProjectCatalog(Lazy<AmazonLookoutforVisionClient> client, IModelHost models) : IProjectCatalog, IModelTraining
{
    private readonly ServiceDatasetCatalog _datasets = new(client);

    public async Task<ProjectDescription> CreateProjectAsync(string projectName, CancellationToken cancellationToken)
    {
        var answer = await client.Value.CallAsync<JsonObject>("CreateProject", Of(projectName), cancellationToken).ConfigureAwait(false);
        return Answer.Member<ProjectShape>(answer, "ProjectMetadata").ToDescription();
    }

    public async Task<ProjectDescription> DescribeProjectAsync(string projectName, CancellationToken cancellationToken)
    {
        var answer = await client.Value.CallAsync<JsonObject>("DescribeProject", Of(projectName), cancellationToken).ConfigureAwait(false);
        var project = Answer.Member<ProjectShape>(answer, "ProjectDescription").ToDescription();

        // A project's answer does not tell how many images its datasets have.
        var datasets = new List<DatasetDescription>();
        foreach (var dataset in project.Datasets)
        {
            datasets.Add(await _datasets.DescribeDatasetAsync(projectName, dataset.DatasetType, cancellationToken).ConfigureAwait(false));
        }

        return project with { Datasets = datasets };
    }

    public async IAsyncEnumerable<ProjectDescription> ListProjectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = new List<ProjectDescription>();
        await foreach (var project in client.Value.ListAsync<ProjectShape>("ListProjects", [], cancellationToken).ConfigureAwait(false))
        {
            projects.Add(project.ToDescription());
        }

        foreach (var project in projects.OrderBy(p => p.ProjectName, StringComparer.Ordinal))
        {
            yield return project;
        }
    }

    public Task DeleteProjectAsync(string projectName, CancellationToken cancellationToken) =>
        client.Value.CallAsync<JsonObject>("DeleteProject", Of(projectName), cancellationToken);

    public Task<DatasetDescription> CreateDatasetAsync(
        string projectName, DatasetType type, Dataset dataset, CancellationToken cancellationToken) =>
        Task.FromException<DatasetDescription>(new ValidationException("Images of this machine are not sent: the server trains on those in its buckets.")
        {
            ResourceId = dataset.Entries.FirstOrDefault()?.SourceRef ?? projectName,
            RecommendedAction = "Put the images and a manifest of them into a bucket, and name it: -Manifest s3://BUCKET/KEY.",
        });

    public Task<Dataset> ReadDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken) =>
        _datasets.ReadAsync(projectName, type, cancellationToken);

    public Task DeleteDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken) =>
        _datasets.DeleteAsync(projectName, type, cancellationToken);

    public async Task<ModelDescription> CreateModelAsync(
        string projectName, ModelTrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var model = await StartTrainingAsync(projectName, options, cancellationToken).ConfigureAwait(false);
        progress?.Report(new($"The server trains {model.ProjectName}/{model.ModelVersion}", 0));
        return await ModelWaiter.WaitAsync(
            models, new(projectName, model.ModelVersion), ModelStatus.Trained, Timeout.InfiniteTimeSpan, null, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ModelDescription> StartTrainingAsync(string projectName, ModelTrainingOptions options, CancellationToken cancellationToken)
    {
        var output = options.OutputConfig ?? throw new ValidationException("A server writes the evaluation of a model to a bucket, and none is named.")
        {
            RecommendedAction = "Name it: -OutputConfig s3://BUCKET/PREFIX.",
        };
        var input = Of(projectName);
        input["Description"] = options.Description;
        input["OutputConfig"] = new JsonObject { ["S3Location"] = new JsonObject { ["Bucket"] = output.Bucket } };
        if (output.Prefix is not null)
        {
            input["OutputConfig"]!["S3Location"]!["Prefix"] = output.Prefix;
        }

        input["KmsKeyId"] = options.KmsKeyId;
        if (options.Tags.Count > 0)
        {
            input["Tags"] = ServiceModelTags.ListOf(options.Tags);
        }

        var answer = await client.Value.CallAsync<JsonObject>("CreateModel", input, cancellationToken).ConfigureAwait(false);
        return Answer.Member<ModelShape>(answer, "ModelMetadata").ToDescription(projectName);
    }

    public async Task DeleteModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        var input = Of(model.ProjectName);
        input["ModelVersion"] = model.ModelVersion;
        await client.Value.CallAsync<JsonObject>("DeleteModel", input, cancellationToken).ConfigureAwait(false);
    }

    private static JsonObject Of(string projectName) => new() { ["ProjectName"] = projectName };
}
