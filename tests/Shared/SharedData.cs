namespace LookoutVision.Testing;

/// <summary>The real images that lie beside the repository, in <c>../shared/data</c>.</summary>
internal static class SharedData
{
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    public static string Root { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LookoutVisionPS.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("LookoutVisionPS.sln is in no folder above the tests.");
    }
}
