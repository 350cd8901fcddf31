using System.Threading.Channels;
using LookoutVision.Local;
using Microsoft.Extensions.Logging;

namespace LookoutVision.Cli.Server.Training;

/// <summary>
/// Trains what was asked for, one after the other or a few at once. What the server does not get to before it ends is taken
/// over by the next one.
/// </summary>
internal sealed class TrainingQueue(LocalStore store, int concurrency, ILogger log) : IModelTraining
{
    private const int MostWaiting = 100;

    private readonly Channel<PendingTraining> _waiting = Channel.CreateUnbounded<PendingTraining>();
    private readonly CancellationTokenSource _stopping = new();
    private Task _work = Task.CompletedTask;

    public async Task<ModelDescription> StartTrainingAsync(
        string projectName, ModelTrainingOptions options, CancellationToken cancellationToken)
    {
        if (_waiting.Reader.Count >= MostWaiting)
        {
            throw new ServiceQuotaExceededException($"{MostWaiting} models wait to be trained already.")
            {
                ResourceId = projectName,
                ResourceType = "PROJECT",
                RecommendedAction = "Wait until some are trained.",
            };
        }

        var pending = await PendingTraining.CreateAsync(store, projectName, options, cancellationToken);
        var announced = pending.Describe();
        if (!_waiting.Writer.TryWrite(pending))
        {
            pending.Dispose();
        }

        return announced;
    }

    /// <summary>Begins to work, first on what an earlier server left.</summary>
    public void Start()
    {
        foreach (var left in PendingTraining.TakeOver(store))
        {
            TrainingLog.TakenOver(log, left.Model);
            _waiting.Writer.TryWrite(left);
        }

        _work = Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(WorkAsync)));
    }

    /// <summary>Breaks off what is being trained, for a later server to begin again.</summary>
    public async Task StopAsync()
    {
        _waiting.Writer.TryComplete();
        await _stopping.CancelAsync();
        await _work;
        while (_waiting.Reader.TryRead(out var left))
        {
            left.Dispose();
        }

        _stopping.Dispose();
    }

    private async Task WorkAsync()
    {
        await foreach (var pending in _waiting.Reader.ReadAllAsync())
        {
            using (pending)
            {
                await TrainAsync(pending);
            }
        }
    }

    private async Task TrainAsync(PendingTraining pending)
    {
        try
        {
            if (!_stopping.IsCancellationRequested)
            {
                TrainingLog.Began(log, pending.Model);
                var ended = await pending.RunAsync(null, _stopping.Token);
                TrainingLog.Ended(log, pending.Model, ended.Status.ToWireName(), ended.StatusMessage);
            }
        }
        catch (OperationCanceledException)
        {
            TrainingLog.BrokenOff(log, pending.Model);
        }
        catch (Exception e)
        {
            // The others are to be trained all the same.
            TrainingLog.Failed(log, e, pending.Model);
        }
    }
}
