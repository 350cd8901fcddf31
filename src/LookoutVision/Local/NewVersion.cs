using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>
/// A trained version of a project's model: put together aside as a whole, then renamed to its place. Only under the project's lock.
/// </summary>
internal sealed class NewVersion
{
    private readonly LocalProject _project;
    private readonly LocalModel _model;
    private readonly string _scratch;

    /// <summary>Writes the version's files where no reader looks.</summary>
    /// <param name="project">The project.</param>
    /// <param name="training">What was learned.</param>
    /// <param name="pending">The version that was announced before it was trained; null: it gets the next number.</param>
    public NewVersion(LocalProject project, LocalTraining training, LocalModel? pending = null)
    {
        _project = project;
        _model = pending ?? project.Model(project.NextVersion());
        _scratch = project.NewScratchPath();
        FileErrors.Guard(_scratch, () => Disk.CreateFolder(_scratch));
        AtomicFile.WriteNew(Path.Combine(_scratch, LocalModel.ModelName), training.Result.Model.Save);
        AtomicFile.WriteNewJson(
            Path.Combine(_scratch, LocalModel.EvaluationName), EvaluationFile.From(_model.Reference, training), StoreJson.Default.EvaluationFile);
        AtomicFile.WriteNew(
            Path.Combine(_scratch, LocalModel.EvaluationManifestName), s => EvaluationManifest.Write(s, _model.Reference, training));
        AtomicFile.WriteNewJson(
            Path.Combine(_scratch, LocalModel.AdviceName), training.Advice, StoreJson.Default.IReadOnlyListTrainingAdvice);
        if (pending is null)
        {
            LocalModel.WriteNewTags(_scratch, training.Options.Tags);
        }

        var record = ToRecord(_model, training);
        AtomicFile.WriteNewJson(
            Path.Combine(_scratch, LocalModel.RecordName),
            pending is null ? record : record with { CreationTimestamp = pending.Read().CreationTimestamp },
            StoreJson.Default.ModelRecord);
    }

    /// <summary>Puts the evaluation where it was asked for.</summary>
    /// <exception cref="LookoutVisionException">It cannot be written there.</exception>
    public void Deliver(LocalStore store, S3Location? location) => EvaluationDelivery.Deliver(store, _model.Reference, _scratch, location);

    /// <summary>Makes the version the project's newest, or the announced one trained.</summary>
    public ModelDescription Commit()
    {
        FileErrors.Guard(_model.Folder, () =>
        {
            if (!Directory.Exists(_model.Folder))
            {
                Disk.CreateFolder(_project.ModelsFolder);
                Disk.MoveFolder(_scratch, _model.Folder);
                return;
            }

            // The record goes last: until it says so there is nothing to look at.
            foreach (var file in Directory.GetFiles(_scratch).OrderBy(f => Path.GetFileName(f) == LocalModel.RecordName))
            {
                Disk.MoveFile(file, _model.PathOf(Path.GetFileName(file)));
            }
        });
        return _model.Describe();
    }

    private static ModelRecord ToRecord(LocalModel model, LocalTraining training) => new()
    {
        ProjectName = model.Reference.ProjectName,
        ModelVersion = model.Version,
        Status = ModelStatus.Trained.ToWireName(),
        Description = training.Options.Description,
        CreationTimestamp = training.Started,
        EvaluationEndTimestamp = training.Ended,
        Performance = training.Result.Evaluation is { AnomalousImages: > 0 } report
            ? new() { F1Score = report.F1Score, Recall = report.Recall, Precision = report.Precision }
            : null,
        Labels = [.. training.Result.Model.Labels.Select(l => l.Name)],
        ImageWidth = training.Result.Model.ImageWidth,
        ImageHeight = training.Result.Model.ImageHeight,
        OutputConfig = training.Options.OutputConfig,
        KmsKeyId = training.Options.KmsKeyId,
    };
}
