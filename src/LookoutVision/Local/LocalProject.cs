using System.Globalization;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>The files of one project.</summary>
internal sealed class LocalProject(string name, string folder, string lockPath)
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(1);

    public string Name { get; } = name;

    public string Folder { get; } = folder;

    public string ModelsFolder { get; } = Path.Combine(folder, "models");

    private string PackagingFolder { get; } = Path.Combine(folder, "packaging");

    /// <summary>A folder is a project once its record is there.</summary>
    public bool Exists => File.Exists(RecordPath);

    private string RecordPath { get; } = Path.Combine(folder, "project.json");

    // Whatever a killed writer left half done lies here and nowhere else; readers never look.
    private string ScratchFolder { get; } = Path.Combine(folder, ".tmp");

    /// <exception cref="ResourceNotFoundException">There is no such project.</exception>
    public ProjectRecord Read()
    {
        var record = AtomicFile.ReadJson(RecordPath, StoreJson.Default.ProjectRecord) ?? throw NotFound(null);
        if (record.FormatVersion > ProjectRecord.CurrentFormat)
        {
            throw FileErrors.Damaged(RecordPath, $"is of the newer format {record.FormatVersion}; a newer release reads it");
        }

        if (record.ProjectName == Name)
        {
            return record;
        }

        throw record.ProjectName.Equals(Name, StringComparison.OrdinalIgnoreCase)
            ? NotFound(record.ProjectName)
            : FileErrors.Damaged(RecordPath, $"belongs to another project, '{record.ProjectName}'");
    }

    public void Write(ProjectRecord record) => AtomicFile.ReplaceJson(
        RecordPath, NewScratchPath(), record, StoreJson.Default.ProjectRecord);

    /// <summary>As <see cref="LockAsync"/>, for a project that must still be there once it is locked.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such project.</exception>
    public async Task<ProjectLock> LockExistingAsync(CancellationToken cancellationToken)
    {
        Read();
        var projectLock = await LockAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Read();
            return projectLock;
        }
        catch
        {
            projectLock.Dispose();
            throw;
        }
    }

    /// <summary>Waits until no other writer is at work on the project, and clears away what killed ones have left.</summary>
    public async Task<ProjectLock> LockAsync(CancellationToken cancellationToken)
    {
        var projectLock = await ProjectLock.AcquireAsync(lockPath, LockPatience, cancellationToken).ConfigureAwait(false);
        try
        {
            FileErrors.Guard(ScratchFolder, () => DeleteFolder(ScratchFolder));
            return projectLock;
        }
        catch
        {
            projectLock.Dispose();
            throw;
        }
    }

    /// <summary>A free path on the project's disk for something that will be renamed to its place. Only under the lock.</summary>
    public string NewScratchPath()
    {
        FileErrors.Guard(ScratchFolder, () => Disk.CreateFolder(ScratchFolder));
        return Path.Combine(ScratchFolder, Guid.NewGuid().ToString("N"));
    }

    public string ManifestPath(DatasetType type) =>
        Path.Combine(Folder, "datasets", type.ToString().ToLowerInvariant(), "manifest.jsonl");

    /// <summary>The lock that whoever trains a version holds until it is done.</summary>
    public string TrainingLockPath(int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{lockPath}.{version}.training");

    /// <summary>The record of a model packaging job.</summary>
    public string PackagingJobPath(string jobName)
    {
        ResourceNames.RequireJobName(jobName);
        return Path.Combine(PackagingFolder, $"job-{jobName}.json");
    }

    public IReadOnlyList<string> PackagingJobPaths() => FileErrors.Guard(PackagingFolder, () =>
        Directory.Exists(PackagingFolder) ? Directory.GetFiles(PackagingFolder, "job-*.json") : []);

    public LocalModel Model(int version) =>
        new(this, version, Path.Combine(ModelsFolder, version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The model a version names, which must exist.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such version.</exception>
    public LocalModel OpenModel(string version)
    {
        var number = ResourceNames.ParseVersion(version) ?? Versions().FirstOrDefault();
        var model = Model(number);
        return model.Exists ? model : throw model.NotFound(version);
    }

    /// <summary>The versions there are, newest first.</summary>
    public IReadOnlyList<int> Versions() => FileErrors.Guard(ModelsFolder, () =>
        !Directory.Exists(ModelsFolder)
            ? []
            : Directory.EnumerateDirectories(ModelsFolder)
                .Select(f => ResourceNames.TryParseNumber(Path.GetFileName(f), out var number) ? number : 0)
                .Where(n => n > 0)
                .OrderDescending()
                .ToList());

    /// <summary>The number of the version to be made next: one that no version has or had.</summary>
    public int NextVersion() => Math.Max(Exists ? Read().LastDeletedVersion : 0, Versions().FirstOrDefault()) + 1;

    /// <summary>Deletes everything; the record goes first, so that a part of a project is none.</summary>
    public void Delete() => FileErrors.Guard(Folder, () =>
    {
        Disk.DeleteFile(RecordPath);
        DeleteFolder(Folder);
    });

    private ResourceNotFoundException NotFound(string? twin) => new($"There is no project '{Name}'.")
    {
        ResourceId = Name,
        ResourceType = "PROJECT",
        RecommendedAction = twin is null
            ? "Look at the projects there are (Get-LVProject, or lookoutvision list-projects), or make this one."
            : $"There is one called '{twin}': names are told apart by case.",
    };

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Disk.DeleteFolder(path);
        }
    }
}
