using System.Runtime.CompilerServices;
using LookoutVision.Datasets;
using LookoutVision.Engine.Training;

namespace LookoutVision.Local;

/// <summary>Projects, datasets and the making of models in a local store.</summary>
internal sealed class LocalProjectCatalog(LocalStore store) : IProjectCatalog, IModelMaker
{
    public async Task<ProjectDescription> CreateProjectAsync(string projectName, CancellationToken cancellationToken)
    {
        var project = store.At(projectName);
        using var projectLock = await project.LockAsync(cancellationToken).ConfigureAwait(false);
        if (project.Exists)
        {
            throw Taken(projectName, projectName);
        }

        Create(project);
        return Describe(project);
    }

    public Task<ProjectDescription> DescribeProjectAsync(string projectName, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Describe(store.Open(projectName)));
    }

    public async IAsyncEnumerable<ProjectDescription> ListProjectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var fault = new FirstFault();
        foreach (var project in store.Projects())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (fault.Try(() => Describe(project)) is { } described)
            {
                yield return described;
            }
        }

        fault.ThrowIfAny();
    }

    public async Task DeleteProjectAsync(string projectName, CancellationToken cancellationToken)
    {
        var project = store.At(projectName);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        var datasets = Describe(project).Datasets.Count;
        var models = project.Versions().Count;
        if (datasets + models > 0)
        {
            throw Conflict(
                $"Project '{projectName}' still has {models} models and {datasets} datasets.",
                projectName,
                "Delete its models and datasets first.");
        }

        project.Delete();
    }

    public async Task<DatasetDescription> CreateDatasetAsync(
        string projectName, DatasetType type, Dataset dataset, CancellationToken cancellationToken)
    {
        var project = store.At(projectName);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        LocalDataset.Write(project, type, dataset);
        return LocalDataset.Describe(project, type)!;
    }

    public Task<Dataset> ReadDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(LocalDataset.Read(store.Open(projectName), type));
    }

    public async Task DeleteDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken)
    {
        var project = store.At(projectName);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        LocalDataset.Delete(project, type);
    }

    public async Task<ModelDescription> CreateModelAsync(
        string projectName, ModelTrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        EvaluationDelivery.Require(store, options.OutputConfig);
        var project = store.Open(projectName);
        var train = LocalDataset.Read(project, DatasetType.Train);
        var test = LocalDataset.Find(project, DatasetType.Test);
        store.RequireWritable();
        var training = await LocalTraining.RunAsync(train, test, options, progress, cancellationToken).ConfigureAwait(false);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        var version = new NewVersion(project, training);
        version.Deliver(store, options.OutputConfig);
        return version.Commit();
    }

    public async Task<ModelDescription> MakeModelAsync(
        string projectName,
        Dataset train,
        Dataset? test,
        ModelTrainingOptions options,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        EvaluationDelivery.Require(store, options.OutputConfig);
        var project = store.At(projectName);
        RequireNoTwin(projectName);
        store.RequireWritable();
        var training = await LocalTraining.RunAsync(train, test, options, progress, cancellationToken).ConfigureAwait(false);
        return await StoreAsync(project, train, test, training, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a training that is done, with the datasets that it learned from.</summary>
    internal async Task<ModelDescription> StoreAsync(
        LocalProject project, Dataset train, Dataset? test, LocalTraining training, CancellationToken cancellationToken)
    {
        using var projectLock = await project.LockAsync(cancellationToken).ConfigureAwait(false);
        var version = new NewVersion(project, training);
        version.Deliver(store, training.Options.OutputConfig);
        if (!project.Exists)
        {
            Create(project);
        }

        LocalDataset.Write(project, DatasetType.Train, train);
        LocalDataset.Set(project, DatasetType.Test, test);
        return version.Commit();
    }

    public async Task DeleteModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        var project = store.At(model.ProjectName);
        if (ResourceNames.ParseVersion(model.ModelVersion) is null)
        {
            throw new ValidationException($"The model {model} is to be deleted without a number.")
            {
                ResourceId = model.ToString(),
                ResourceType = "MODEL",
                RecommendedAction = "Name the version by its number.",
            };
        }

        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        var found = project.OpenModel(model.ModelVersion);
        switch (found.ReadStatus())
        {
            case ModelStatus.Hosted:
                throw found.Conflict("is hosted", "Stop it first (Stop-LVModel, or lookoutvision stop-model).");
            case ModelStatus.Training when PendingTraining.IsUnderWay(project, found):
                throw found.Conflict("is being trained", "Wait until its training ends.");
        }

        var record = project.Read();
        project.Write(record with { LastDeletedVersion = Math.Max(record.LastDeletedVersion, found.Version) });
        found.Delete();
        ModelCache.Drop(found.FilePath);
    }

    private static ProjectDescription Describe(LocalProject project) => new()
    {
        ProjectName = project.Name,
        ProjectArn = ResourceArn.Of(project.Name),
        CreationTimestamp = project.Read().CreationTimestamp,
        Datasets = [.. Enum.GetValues<DatasetType>().Select(t => LocalDataset.Describe(project, t)).OfType<DatasetDescription>()],
    };

    /// <summary>Writes the record of a project that is not there. Only under its lock.</summary>
    private void Create(LocalProject project)
    {
        RequireNoTwin(project.Name);
        project.Write(new() { ProjectName = project.Name, CreationTimestamp = DateTimeOffset.UtcNow });
    }

    private void RequireNoTwin(string projectName)
    {
        if (store.FindTwin(projectName) is { } twin)
        {
            throw Taken(projectName, twin);
        }
    }

    private static ConflictException Taken(string projectName, string present) =>
        Conflict($"There is a project '{present}' already.", projectName, "Choose another name, or use that project.");

    private static ConflictException Conflict(string message, string projectName, string action) => new(message)
    {
        ResourceId = projectName,
        ResourceType = "PROJECT",
        RecommendedAction = action,
    };
}
