namespace LookoutVision.Testing;

/// <summary>A host that answers as a test says.</summary>
internal sealed class FakeHost(Func<ImageSource, CancellationToken, Task<DetectAnomalyResult>>? detect = null) : IModelHost
{
    public List<ModelDescription> Models { get; } = [];

    public static ModelReference Model { get; } = new("parts", "1");

    public static ModelDescription Describe(string projectName, string version, ModelStatus status) =>
        new() { ProjectName = projectName, ModelVersion = version, Status = status };

    public static DetectAnomalyResult Result(string path, bool isAnomalous = false, double confidence = 0.9) => new()
    {
        Path = path,
        IsAnomalous = isAnomalous,
        Confidence = confidence,
        ProjectName = Model.ProjectName,
        ModelVersion = Model.ModelVersion,
        Width = 64,
        Height = 64,
        ContentType = "image/png",
        Duration = TimeSpan.FromMilliseconds(1),
    };

    public Task<DetectAnomalyResult> DetectAnomaliesAsync(ModelReference model, ImageSource image, CancellationToken cancellationToken) =>
        detect!(image, cancellationToken);

    public Task<ModelDescription> StartModelAsync(ModelReference model, InferenceUnits units, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ModelDescription> StopModelAsync(ModelReference model, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ModelDescription> DescribeModelAsync(ModelReference model, CancellationToken cancellationToken) =>
        Task.FromResult(Models.Find(m => m.ProjectName == model.ProjectName && m.ModelVersion == model.ModelVersion)
            ?? throw new ResourceNotFoundException($"no {model}"));

    public async IAsyncEnumerable<ModelDescription> ListModelsAsync(
        string? projectName, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var model in Models.Where(m => projectName is null || m.ProjectName == projectName))
        {
            yield return model;
        }
    }
}
