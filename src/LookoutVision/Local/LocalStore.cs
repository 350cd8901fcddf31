using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>Where the Local host keeps its files. Every path is made here, from names that were checked first.</summary>
internal sealed class LocalStore(string root, BucketFolder? buckets = null)
{
    /// <summary>The environment variable that names the store's folder.</summary>
    public const string HomeVariable = "LOOKOUTVISION_HOME";

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>What stands for Amazon S3; null where nothing does.</summary>
    public BucketFolder? Buckets { get; } = buckets;

    /// <exception cref="ValidationException">No folder stands for Amazon S3.</exception>
    public BucketFolder RequireBuckets() => Buckets ?? throw new ValidationException("There is no folder of buckets, so that nothing can be read from or written to s3://.")
    {
        RecommendedAction = $"Name a folder whose subfolders are the buckets: lookoutvision serve --buckets FOLDER, or the environment variable {BucketFolder.Variable}.",
    };

    /// <summary>The folder of the usual store: <see cref="HomeVariable"/>, else the platform's data folder.</summary>
    public static string FindRoot(out string origin)
    {
        var home = Environment.GetEnvironmentVariable(HomeVariable);
        if (!string.IsNullOrWhiteSpace(home))
        {
            origin = $"the environment variable {HomeVariable}";
            return home;
        }

        origin = "this account's data folder";
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0
            ? Path.Combine(data, "LookoutVision")
            : throw new ValidationException("This account has no data folder to keep models in.")
            {
                RecommendedAction = $"Set the environment variable {HomeVariable} to a folder that can be written to.",
            };
    }

    /// <summary>The files of a project that must exist.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such project.</exception>
    public LocalProject Open(string projectName)
    {
        var project = At(projectName);
        project.Read();
        return project;
    }

    /// <summary>The files of a project, whether or not it exists.</summary>
    public LocalProject At(string projectName)
    {
        ResourceNames.RequireProjectName(projectName);
        return new(projectName, Path.Combine(ProjectsFolder, projectName), Path.Combine(LocksFolder, LockName(projectName)));
    }

    /// <summary>The projects there are, by name; folders that are no projects are passed over.</summary>
    public IEnumerable<LocalProject> Projects() => ProjectFolders().Select(At).Where(p => p.Exists);

    /// <summary>The models that are in a state, the oldest version of a project first.</summary>
    public IEnumerable<LocalModel> Models(ModelStatus status) =>
        Projects().SelectMany(p => p.Versions().Order().Select(p.Model)).Where(m => m.Is(status));

    /// <summary>An existing project whose name differs in case alone: one file system would take the two for one.</summary>
    public string? FindTwin(string projectName) => ProjectFolders()
        .FirstOrDefault(n => n.Equals(projectName, StringComparison.OrdinalIgnoreCase) && n != projectName && At(n).Exists);

    /// <summary>Finds out before long work whether its end can be kept.</summary>
    /// <exception cref="LookoutVisionException">The store cannot be written to.</exception>
    public void RequireWritable() => FileErrors.Guard(Root, () =>
    {
        Disk.CreateFolder(LocksFolder);
        using var probe = new FileStream(
            Path.Combine(LocksFolder, $"{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
    });

    private string LocksFolder => Path.Combine(Root, "locks");

    private string ProjectsFolder => Path.Combine(Root, "projects");

    private List<string> ProjectFolders() => FileErrors.Guard(ProjectsFolder, () =>
        !Directory.Exists(ProjectsFolder)
            ? []
            : Directory.EnumerateDirectories(ProjectsFolder)
                .Select(f => Path.GetFileName(f))
                .Where(ResourceNames.IsProjectName)
                .Order(StringComparer.Ordinal)
                .ToList());

    // Names that differ in case alone share a lock, so that two of them are never made at once.
    private static string LockName(string projectName) => projectName.ToLowerInvariant();
}
