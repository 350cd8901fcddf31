using LookoutVision.Engine.Training;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>
/// A version that is announced and not trained yet. Its folder holds the datasets as they were then. Whoever has this holds
/// the version's lock: a version in training whose lock is free was left by a process that died, and can be taken over.
/// </summary>
internal sealed class PendingTraining : IDisposable
{
    // A training that takes its process down with it would do so for ever.
    private const int MostAttempts = 3;

    private readonly LocalStore _store;
    private readonly LocalProject _project;
    private readonly LocalModel _model;
    private readonly ProjectLock _lock;

    private PendingTraining(LocalStore store, LocalProject project, LocalModel model, ProjectLock modelLock)
    {
        _store = store;
        _project = project;
        _model = model;
        _lock = modelLock;
    }

    public ModelReference Model => _model.Reference;

    /// <summary>Announces the project's next version.</summary>
    public static async Task<PendingTraining> CreateAsync(
        LocalStore store, string projectName, ModelTrainingOptions options, CancellationToken cancellationToken)
    {
        LocalTraining.RequireDescription(options.Description);
        EvaluationDelivery.Require(store, options.OutputConfig);
        var project = store.At(projectName);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        LocalDataset.Read(project, DatasetType.Train);
        var model = project.Model(project.NextVersion());
        var modelLock = ProjectLock.TryAcquire(project.TrainingLockPath(model.Version))
            ?? throw model.Conflict("is in use by another process", "Try again.");
        try
        {
            Announce(project, model, options);
            return new(store, project, model, modelLock);
        }
        catch
        {
            modelLock.Dispose();
            throw;
        }
    }

    /// <summary>The versions in training that nobody trains.</summary>
    public static IEnumerable<PendingTraining> TakeOver(LocalStore store)
    {
        foreach (var model in store.Models(ModelStatus.Training))
        {
            var project = store.At(model.Reference.ProjectName);
            if (ProjectLock.TryAcquire(project.TrainingLockPath(model.Version)) is not { } modelLock)
            {
                continue;
            }

            // Who had the lock until now may have ended the training.
            if (model.Is(ModelStatus.Training))
            {
                yield return new(store, project, model, modelLock);
            }
            else
            {
                modelLock.Dispose();
            }
        }
    }

    /// <summary>Whether a process that lives trains the version, or is about to.</summary>
    public static bool IsUnderWay(LocalProject project, LocalModel model)
    {
        using var free = ProjectLock.TryAcquire(project.TrainingLockPath(model.Version));
        return free is null;
    }

    public ModelDescription Describe() => _model.Describe();

    /// <summary>
    /// Trains, and tells how it ended: <see cref="ModelStatus.Trained"/> or <see cref="ModelStatus.TrainingFailed"/>.
    /// Where it is cancelled the version stays in training, for a later process to take over.
    /// </summary>
    public async Task<ModelDescription> RunAsync(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var attempt = await CountAttemptAsync(1).ConfigureAwait(false);
        if (attempt.Attempts > MostAttempts)
        {
            return await FailAsync($"The training was interrupted {MostAttempts} times; the process may have run out of memory.").ConfigureAwait(false);
        }

        var record = _model.Read();
        var options = new ModelTrainingOptions
        {
            Description = record.Description,
            Seed = attempt.Seed,
            Resize = attempt.Resize,
            OutputConfig = record.OutputConfig,
            KmsKeyId = record.KmsKeyId,
        };
        try
        {
            var train = TrainingSnapshots.Read(_model, DatasetType.Train);
            var test = TrainingSnapshots.Find(_model, DatasetType.Test);
            var training = await LocalTraining.RunAsync(train, test, options, progress, cancellationToken).ConfigureAwait(false);
            return await CommitAsync(training).ConfigureAwait(false);
        }
        catch (LookoutVisionException e)
        {
            return await FailAsync($"{e.Message} {e.RecommendedAction}".TrimEnd()).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await CountAttemptAsync(-1).ConfigureAwait(false);
            throw;
        }
        catch (Exception e)
        {
            await FailAsync($"The training ended unexpectedly: {e.Message}").ConfigureAwait(false);
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    private static void Announce(LocalProject project, LocalModel model, ModelTrainingOptions options)
    {
        var scratch = project.NewScratchPath();
        FileErrors.Guard(scratch, () => Disk.CreateFolder(scratch));
        TrainingSnapshots.Take(project, scratch);
        LocalModel.WriteNewTags(scratch, options.Tags);
        var record = new ModelRecord
        {
            ProjectName = project.Name,
            ModelVersion = model.Version,
            Status = ModelStatus.Training.ToWireName(),
            Description = options.Description,
            CreationTimestamp = DateTimeOffset.UtcNow,
            OutputConfig = options.OutputConfig,
            KmsKeyId = options.KmsKeyId,
            Training = new() { Seed = options.Seed, Resize = options.Resize },
        };
        AtomicFile.WriteNewJson(Path.Combine(scratch, LocalModel.RecordName), record, StoreJson.Default.ModelRecord);
        FileErrors.Guard(model.Folder, () =>
        {
            Disk.CreateFolder(project.ModelsFolder);
            Disk.MoveFolder(scratch, model.Folder);
        });
    }

    private async Task<TrainingRequest> CountAttemptAsync(int step)
    {
        using var projectLock = await _project.LockExistingAsync(CancellationToken.None).ConfigureAwait(false);
        var record = _model.Read();
        var request = record.Training ?? new();
        request = request with { Attempts = request.Attempts + step };
        _model.Write(record with { Training = request });
        return request;
    }

    /// <summary>Keeps the training: from now on the version is trained.</summary>
    internal async Task<ModelDescription> CommitAsync(LocalTraining training)
    {
        using var projectLock = await _project.LockExistingAsync(CancellationToken.None).ConfigureAwait(false);
        var version = new NewVersion(_project, training, _model);
        string? fault = null;
        try
        {
            version.Deliver(_store, training.Options.OutputConfig);
        }
        catch (LookoutVisionException e)
        {
            // The model is good all the same.
            fault = $"The evaluation was not written to {training.Options.OutputConfig}: {e.Message}";
        }

        var trained = version.Commit();
        TrainingSnapshots.Delete(_model);
        return fault is null ? trained : _model.Write(_model.Read() with { StatusMessage = fault });
    }

    private async Task<ModelDescription> FailAsync(string message)
    {
        using var projectLock = await _project.LockExistingAsync(CancellationToken.None).ConfigureAwait(false);
        var failed = _model.Write(_model.Read() with
        {
            Status = ModelStatus.TrainingFailed.ToWireName(),
            StatusMessage = _store.Buckets?.WithUris(message) ?? message,
            Training = null,
        });
        TrainingSnapshots.Delete(_model);
        return failed;
    }
}
