using LookoutVision.Datasets;
using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Training;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>Makes the next version of a project's model.</summary>
internal static class LocalTraining
{
    private const int MaxDescription = 500;

    /// <summary>Trains without the project's lock and takes the next number at the end, so several can train at once.</summary>
    public static async Task<ModelDescription> RunAsync(
        LocalProject project, ModelTrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        RequireDescription(options.Description);
        var started = DateTimeOffset.UtcNow;
        var train = LocalDataset.Read(project, DatasetType.Train);
        var test = LocalDataset.Find(project, DatasetType.Test) ?? new Dataset([]);
        var input = TrainingInput.From(train, test);
        var result = await TrainAsync(input, options, progress, cancellationToken).ConfigureAwait(false);
        var ended = DateTimeOffset.UtcNow;
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        var model = project.Model(NextVersion(project));
        var record = new ModelRecord
        {
            ProjectName = project.Name,
            ModelVersion = model.Version,
            Status = ModelStatus.Trained.ToWireName(),
            Description = options.Description,
            CreationTimestamp = started,
            EvaluationEndTimestamp = ended,
            Performance = ToPerformance(result.Evaluation),
            Labels = [.. result.Model.Labels.Select(l => l.Name)],
            ImageWidth = result.Model.ImageWidth,
            ImageHeight = result.Model.ImageHeight,
        };
        Store(project, model, record, result, input, ended);
        return record.ToDescription();
    }

    private static async Task<TrainingResult> TrainAsync(
        TrainingInput input, ModelTrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var training = new TrainingOptions { Seed = options.Seed, Labels = input.Labels, Resize = options.Resize };
        try
        {
            // Learning keeps its thread busy for minutes: not one of the pool's.
            return await Task.Factory.StartNew(
                () =>
                {
                    TestCheck.Require(input, options.Resize, cancellationToken);
                    return Trainer.Train(input.Train, input.Test, training, progress, cancellationToken);
                },
                cancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).ConfigureAwait(false);
        }
        catch (TrainingException e)
        {
            // A file's own error says the same in better words.
            var cause = e.InnerException as LookoutVisionException;
            throw new ValidationException(cause?.Message ?? e.Message, e)
            {
                ResourceId = cause?.ResourceId,
                ResourceType = "DATASET",
                RecommendedAction =
                    cause?.RecommendedAction ?? "Correct the images or labels the message names, or add images, and train again.",
            };
        }
    }

    /// <summary>Puts the whole version together aside and renames it to its place.</summary>
    private static void Store(
        LocalProject project, LocalModel model, ModelRecord record, TrainingResult result, TrainingInput input, DateTimeOffset ended)
    {
        var scratch = project.NewScratchPath();
        FileErrors.Guard(scratch, () => Directory.CreateDirectory(scratch));
        AtomicFile.WriteNew(Path.Combine(scratch, LocalModel.ModelName), result.Model.Save);
        if (result.Evaluation is { } report)
        {
            var testing = input.Test.Count > 0 ? input.Test.Count : report.Images;
            AtomicFile.WriteNewJson(
                Path.Combine(scratch, LocalModel.EvaluationName),
                EvaluationFile.From(report, model.Reference, ended, input.Train.Count, testing),
                StoreJson.Default.EvaluationFile);
        }

        AtomicFile.WriteNewJson(Path.Combine(scratch, LocalModel.RecordName), record, StoreJson.Default.ModelRecord);
        FileErrors.Guard(model.Folder, () =>
        {
            Directory.CreateDirectory(project.ModelsFolder);
            Directory.Move(scratch, model.Folder);
        });
    }

    private static void RequireDescription(string? description)
    {
        if (description?.Length > MaxDescription)
        {
            throw new ValidationException($"The description has {description.Length} characters.")
            {
                RecommendedAction = $"Use at most {MaxDescription}.",
            };
        }
    }

    public static int NextVersion(LocalProject project) =>
        Math.Max(project.Read().LastDeletedVersion, project.Versions().FirstOrDefault()) + 1;

    private static ModelPerformance? ToPerformance(EvaluationReport? report) => report is null
        ? null
        : new() { F1Score = report.F1Score, Recall = report.Recall, Precision = report.Precision };
}
