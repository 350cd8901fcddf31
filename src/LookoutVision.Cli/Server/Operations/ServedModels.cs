using LookoutVision.Cli.Server.Limits;
using LookoutVision.Cli.Server.Metrics;
using LookoutVision.Engine.Inference.Localisation;
using LookoutVision.Local;

namespace LookoutVision.Cli.Server.Operations;

/// <summary>The models of a store as one request sees them: each works on as many images at once as it has units.</summary>
/// <param name="models">The models.</param>
/// <param name="store">Their store.</param>
/// <param name="queue">Where images wait for their turn.</param>
/// <param name="record">Is told which model was asked and what it found.</param>
internal sealed class ServedModels(IModelHost models, LocalStore store, InferenceQueue queue, RequestRecord record) : IModelHost
{
    public async Task<DetectAnomalyResult> DetectAnomaliesAsync(ModelReference model, ImageSource image, CancellationToken cancellationToken) =>
        record.Result = await QueueAsync(model, m => models.DetectAnomaliesAsync(m, image, cancellationToken), cancellationToken);

    public Task<AnomalyHeatmap> MapAnomaliesAsync(ModelReference model, ImageSource image, CancellationToken cancellationToken) =>
        QueueAsync(model, m => models.MapAnomaliesAsync(m, image, cancellationToken), cancellationToken);

    public async Task<ModelDescription> StartModelAsync(ModelReference model, InferenceUnits units, CancellationToken cancellationToken) =>
        Note(await models.StartModelAsync(model, units, cancellationToken));

    public async Task<ModelDescription> StopModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        var stopped = Note(await models.StopModelAsync(model, cancellationToken));
        queue.Remove(record.Model!);
        return stopped;
    }

    public async Task<ModelDescription> DescribeModelAsync(ModelReference model, CancellationToken cancellationToken) =>
        Note(await models.DescribeModelAsync(model, cancellationToken));

    public IAsyncEnumerable<ModelDescription> ListModelsAsync(string? projectName, CancellationToken cancellationToken) =>
        models.ListModelsAsync(projectName, cancellationToken);

    /// <summary>The models that are hosted, and what they have to do.</summary>
    public static IEnumerable<HostedLoad> Loads(LocalStore store, InferenceQueue queue)
    {
        var load = queue.Load.ToDictionary(l => l.Model);
        foreach (var model in store.Models(ModelStatus.Hosted))
        {
            var (_, working, waiting) = load.GetValueOrDefault(model.Reference);
            var record = model.Read();
            yield return new(model.Reference, new(record.MinInferenceUnits ?? 1, record.MaxInferenceUnits), WorkersOf(record), working, waiting);
        }
    }

    private Task<T> QueueAsync<T>(ModelReference model, Func<ModelReference, Task<T>> look, CancellationToken cancellationToken)
    {
        var found = store.Open(model.ProjectName).OpenModel(model.ModelVersion);
        record.Model = found.Reference;
        return queue.RunAsync(found.Reference, WorkersOf(found.Read()), () => look(found.Reference), cancellationToken);
    }

    private static int WorkersOf(ModelRecord model) => model.MaxInferenceUnits ?? model.MinInferenceUnits ?? 1;

    private ModelDescription Note(ModelDescription model)
    {
        record.Model = new(model.ProjectName, model.ModelVersion);
        return model;
    }
}
