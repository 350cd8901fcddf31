using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>The next version of a project's model: put together aside as a whole, then renamed to its place. Only under the project's lock.</summary>
internal sealed class NewVersion
{
    private readonly LocalProject _project;
    private readonly LocalModel _model;
    private readonly ModelRecord _record;
    private readonly string _scratch;

    /// <summary>Writes the version's files where no reader looks.</summary>
    public NewVersion(LocalProject project, LocalTraining training)
    {
        _project = project;
        _model = project.Model(project.NextVersion());
        _record = ToRecord(_model, training);
        _scratch = project.NewScratchPath();
        FileErrors.Guard(_scratch, () => Directory.CreateDirectory(_scratch));
        AtomicFile.WriteNew(Path.Combine(_scratch, LocalModel.ModelName), training.Result.Model.Save);
        AtomicFile.WriteNewJson(
            Path.Combine(_scratch, LocalModel.EvaluationName), EvaluationFile.From(_model.Reference, training), StoreJson.Default.EvaluationFile);
        AtomicFile.WriteNew(
            Path.Combine(_scratch, LocalModel.EvaluationManifestName), s => EvaluationManifest.Write(s, _model.Reference, training));
        AtomicFile.WriteNewJson(
            Path.Combine(_scratch, LocalModel.AdviceName), training.Advice, StoreJson.Default.IReadOnlyListTrainingAdvice);
        AtomicFile.WriteNewJson(Path.Combine(_scratch, LocalModel.RecordName), _record, StoreJson.Default.ModelRecord);
    }

    /// <summary>Makes the version the project's newest.</summary>
    public ModelDescription Commit()
    {
        FileErrors.Guard(_model.Folder, () =>
        {
            Directory.CreateDirectory(_project.ModelsFolder);
            Directory.Move(_scratch, _model.Folder);
        });
        return _model.Describe();
    }

    private static ModelRecord ToRecord(LocalModel model, LocalTraining training) => new()
    {
        ProjectName = model.Reference.ProjectName,
        ModelVersion = model.Version,
        Status = ModelStatus.Trained.ToWireName(),
        Description = training.Description,
        CreationTimestamp = training.Started,
        EvaluationEndTimestamp = training.Ended,
        Performance = training.Result.Evaluation is { AnomalousImages: > 0 } report
            ? new() { F1Score = report.F1Score, Recall = report.Recall, Precision = report.Precision }
            : null,
        Labels = [.. training.Result.Model.Labels.Select(l => l.Name)],
        ImageWidth = training.Result.Model.ImageWidth,
        ImageHeight = training.Result.Model.ImageHeight,
    };
}
