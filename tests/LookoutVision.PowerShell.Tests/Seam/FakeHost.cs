using System.Runtime.CompilerServices;
using LookoutVision.Datasets;
using LookoutVision.Engine.Inference.Localisation;
using LookoutVision.Engine.Training;
using LookoutVision.Engine.Training.Advice;

namespace LookoutVision.PowerShell.Tests.Seam;

/// <summary>A host in memory: models in the states they are given, verdicts that a test decides.</summary>
internal sealed class FakeHost : IModelHost, IProjectCatalog
{
    public List<ModelDescription> Models { get; } = [];

    public List<ProjectDescription> Projects { get; } = [];

    public List<string> Calls { get; } = [];

    /// <summary>Judges an image; absent: every image is normal.</summary>
    public Func<ImageSource, CancellationToken, Task<DetectAnomalyResult>>? OnDetect { get; set; }

    /// <summary>Makes a heat map; absent: the model is not hosted.</summary>
    public Func<ModelReference, ImageSource, AnomalyHeatmap>? OnMap { get; set; }

    /// <summary>Trains; absent: at once.</summary>
    public Func<IProgress<TrainingProgress>?, CancellationToken, Task>? OnTrain { get; set; }

    /// <summary>What the last training was told.</summary>
    public ModelTrainingOptions? Trained { get; private set; }

    /// <summary>Called after each answer about a model.</summary>
    public Action? AfterDescribe { get; set; }

    /// <summary>What the last training learned from.</summary>
    public Dataset? TrainedOn { get; private set; }

    /// <summary>What a training has to say of its images.</summary>
    public IReadOnlyList<TrainingAdvice> Advice { get; init; } = [];

    /// <summary>The state a start leads to.</summary>
    public ModelStatus AfterStart { get; set; } = ModelStatus.Hosted;

    public FakeHost WithModel(string project, string version, ModelStatus status)
    {
        Models.Add(new ModelDescription { ProjectName = project, ModelVersion = version, Status = status });
        if (Projects.TrueForAll(known => known.ProjectName != project))
        {
            Projects.Add(new ProjectDescription { ProjectName = project });
        }

        return this;
    }

    public static DetectAnomalyResult Normal(string path) => new()
    {
        Path = path,
        IsAnomalous = false,
        Confidence = 0.9,
        ProjectName = "parts",
        ModelVersion = "1",
        Width = 4,
        Height = 4,
        ContentType = "image/png",
        Duration = TimeSpan.FromMilliseconds(1),
    };

    public Task<DetectAnomalyResult> DetectAnomaliesAsync(ModelReference model, ImageSource image, CancellationToken cancellationToken) =>
        OnDetect?.Invoke(image, cancellationToken) ?? Task.FromResult(Normal(image.Name));

    public Task<AnomalyHeatmap> MapAnomaliesAsync(ModelReference model, ImageSource image, CancellationToken cancellationToken) =>
        Task.Run(() => (OnMap ?? throw new ConflictException($"{model} is not hosted") { ResourceType = "MODEL" })(model, image), cancellationToken);

    public Task<ModelDescription> StartModelAsync(ModelReference model, InferenceUnits units, CancellationToken cancellationToken)
    {
        Calls.Add($"start {model} {units.Minimum} {units.Maximum}");
        return Task.FromResult(Become(model, AfterStart));
    }

    public Task<ModelDescription> StopModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        Calls.Add($"stop {model}");
        return Task.FromResult(Become(model, ModelStatus.Trained));
    }

    public Task<ModelDescription> DescribeModelAsync(ModelReference model, CancellationToken cancellationToken) =>
        Task.FromResult(Describe(model));

    public async IAsyncEnumerable<ModelDescription> ListModelsAsync(
        string? projectName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var model in Models.Where(model => projectName is null || model.ProjectName == projectName))
        {
            await Task.Yield();
            yield return model;
        }
    }

    public Task<ProjectDescription> CreateProjectAsync(string projectName, CancellationToken cancellationToken)
    {
        Calls.Add($"create {projectName}");
        Projects.Add(new ProjectDescription { ProjectName = projectName });
        return Task.FromResult(Projects[^1]);
    }

    public Task<ProjectDescription> DescribeProjectAsync(string projectName, CancellationToken cancellationToken) =>
        Task.FromResult(Projects.Find(project => project.ProjectName == projectName) ?? throw Missing("PROJECT", projectName));

    public async IAsyncEnumerable<ProjectDescription> ListProjectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var project in Projects)
        {
            await Task.Yield();
            yield return project;
        }
    }

    public Task DeleteProjectAsync(string projectName, CancellationToken cancellationToken) => Note($"delete {projectName}");

    public Task<DatasetDescription> CreateDatasetAsync(
        string projectName, DatasetType type, Dataset dataset, CancellationToken cancellationToken)
    {
        TrainedOn = dataset;
        return Task.FromResult(new DatasetDescription { ProjectName = projectName, DatasetType = type });
    }

    public Task<Dataset> ReadDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken) =>
        throw Missing("DATASET", projectName);

    public Task DeleteDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken) =>
        Note($"delete {projectName} {type}");

    public async Task<ModelDescription> CreateModelAsync(
        string projectName, ModelTrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        Trained = options;
        await (OnTrain?.Invoke(progress, cancellationToken) ?? Task.CompletedTask);
        WithModel(projectName, "1", ModelStatus.Trained);
        return Models[^1] = Models[^1] with { TrainingAdvice = Advice };
    }

    public Task DeleteModelAsync(ModelReference model, CancellationToken cancellationToken) => Note($"delete {model}");

    private Task Note(string call)
    {
        Calls.Add(call);
        return Task.CompletedTask;
    }

    private ModelDescription Describe(ModelReference model)
    {
        var description = Models[Find(model)];
        AfterDescribe?.Invoke();
        return description;
    }

    public ModelDescription Become(ModelReference model, ModelStatus status) =>
        Models[Find(model)] = Models[Find(model)] with { Status = status };

    private int Find(ModelReference model)
    {
        var index = Models.FindLastIndex(known => known.ProjectName == model.ProjectName
            && (model.ModelVersion == ModelReference.Latest || known.ModelVersion == model.ModelVersion));
        return index >= 0 ? index : throw Missing("MODEL", model.ToString());
    }

    private static ResourceNotFoundException Missing(string type, string id) =>
        new($"There is no {id}.") { ResourceType = type, ResourceId = id };
}
