using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>The files of one model version.</summary>
internal sealed class LocalModel(LocalProject project, int version, string folder)
{
    public const string RecordName = "model.json";
    public const string ModelName = "model.lvm";
    public const string EvaluationName = "evaluation.json";
    public const string EvaluationManifestName = "evaluation.manifest";
    public const string AdviceName = "advice.json";
    public const string TagsName = "tags.json";

    private static readonly string[] States =
        [.. new[] { ModelStatus.Training, ModelStatus.TrainingFailed, ModelStatus.Trained, ModelStatus.Hosted }.Select(s => s.ToWireName())];

    public ModelReference Reference { get; } =
        new(project.Name, version.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public int Version { get; } = version;

    public string Folder { get; } = folder;

    public string FilePath { get; } = Path.Combine(folder, ModelName);

    public bool Exists => File.Exists(RecordPath);

    private string RecordPath { get; } = Path.Combine(folder, RecordName);

    /// <summary>The state alone, which is asked for with every image.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such version.</exception>
    public ModelStatus ReadStatus() => ModelStatusExtensions.ParseWireName(Read().Status);

    /// <summary>Whether it is there and in a state. One whose record is damaged is in none: it is no reason to pass over the others.</summary>
    public bool Is(ModelStatus status)
    {
        try
        {
            return TryRead()?.Status == status.ToWireName();
        }
        catch (InternalServerException)
        {
            return false;
        }
    }

    /// <summary>All that is known of the version.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such version.</exception>
    public ModelDescription Describe() => TryDescribe() ?? throw NotFound(Reference.ModelVersion);

    /// <summary>As <see cref="Describe"/>; null where there is no such version, or no longer.</summary>
    public ModelDescription? TryDescribe() => TryRead() is { } record ? Complete(record) : null;

    /// <summary>Changes the state a model is in. Only under the project's lock.</summary>
    public ModelDescription SetHosting(ModelStatus status, InferenceUnits? units) => Write(Read() with
    {
        Status = status.ToWireName(),
        MinInferenceUnits = units?.Minimum,
        MaxInferenceUnits = units?.Maximum,
    });

    /// <exception cref="ResourceNotFoundException">There is no such version.</exception>
    public ModelRecord Read() => TryRead() ?? throw NotFound(Reference.ModelVersion);

    /// <summary>Replaces the record. Only under the project's lock.</summary>
    public ModelDescription Write(ModelRecord record)
    {
        AtomicFile.ReplaceJson(RecordPath, project.NewScratchPath(), record, StoreJson.Default.ModelRecord);
        return Complete(record);
    }

    public Dictionary<string, string> ReadTags() =>
        AtomicFile.ReadJson(PathOf(TagsName), StoreJson.Default.DictionaryStringString) ?? [];

    /// <summary>Writes the tags of a version that is put together in a folder.</summary>
    public static void WriteNewTags(string folder, IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > 0)
        {
            AtomicFile.WriteNewJson(Path.Combine(folder, TagsName), new(tags), StoreJson.Default.DictionaryStringString);
        }
    }

    /// <summary>Replaces the tags. Only under the project's lock.</summary>
    public void WriteTags(Dictionary<string, string> tags) => AtomicFile.ReplaceJson(
        PathOf(TagsName), project.NewScratchPath(), tags, StoreJson.Default.DictionaryStringString);

    /// <exception cref="ConflictException">The version is still trained, or its training failed.</exception>
    public void RequireTrained()
    {
        var (reason, action) = ReadStatus() switch
        {
            ModelStatus.Training => ("is being trained", "Wait until it is trained."),
            ModelStatus.TrainingFailed => ("could not be trained", "Look at its status message, and train another version."),
            _ => (null, null),
        };
        if (reason is not null)
        {
            throw Conflict(reason, action!);
        }
    }

    public ConflictException Conflict(string reason, string action) => new($"The model {Reference} {reason}.")
    {
        ResourceId = Reference.ToString(),
        ResourceType = "MODEL",
        RecommendedAction = action,
    };

    /// <summary>Deletes the version as a whole. Only under the project's lock.</summary>
    public void Delete()
    {
        var scratch = project.NewScratchPath();
        FileErrors.Guard(Folder, () =>
        {
            Disk.MoveFolder(Folder, scratch);
            Disk.DeleteFolder(scratch);
        });
    }

    public ResourceNotFoundException NotFound(string version) => new(
        version == ModelReference.Latest
            ? $"Project '{project.Name}' has no model."
            : $"Project '{project.Name}' has no model version {version}.")
    {
        ResourceId = $"{project.Name}/{version}",
        ResourceType = "MODEL",
        RecommendedAction = "Look at the models there are (Get-LVModel, or lookoutvision list-models), or make one.",
    };

    /// <summary>Adds what lies beside the record; what a training has left there that is not done is not looked at.</summary>
    private ModelDescription Complete(ModelRecord record)
    {
        var description = record.ToDescription() with { ModelArn = ResourceArn.Of(Reference) };
        return description.Status is ModelStatus.Training or ModelStatus.TrainingFailed
            ? description
            : description with
            {
                Evaluation = AtomicFile.ReadJson(PathOf(EvaluationName), StoreJson.Default.EvaluationFile)?.ToMeasurement(Reference),
                EvaluationResult = PathIfThere(EvaluationName),
                TrainingAdvice = AtomicFile.ReadJson(PathOf(AdviceName), StoreJson.Default.IReadOnlyListTrainingAdvice) ?? [],
                EvaluationManifest = PathIfThere(EvaluationManifestName),
            };
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    private string? PathIfThere(string name) => File.Exists(PathOf(name)) ? PathOf(name) : null;

    private ModelRecord? TryRead()
    {
        if (AtomicFile.ReadJson(RecordPath, StoreJson.Default.ModelRecord) is not { } record)
        {
            return null;
        }

        if (record.FormatVersion > ModelRecord.CurrentFormat)
        {
            throw FileErrors.Damaged(RecordPath, $"is of the newer format {record.FormatVersion}; a newer release reads it");
        }

        if (record.ProjectName != project.Name || record.ModelVersion != Version)
        {
            throw FileErrors.Damaged(RecordPath, $"belongs to another model, '{record.ProjectName}/{record.ModelVersion}'");
        }

        if (!States.Contains(record.Status))
        {
            throw FileErrors.Damaged(RecordPath, $"holds the unknown state '{record.Status}'");
        }

        return record;
    }
}
