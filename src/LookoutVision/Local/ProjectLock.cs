using System.Diagnostics;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>One writer a project, over all processes. The system lets go of it when a process dies.</summary>
internal sealed class ProjectLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly FileStream _file;

    private ProjectLock(FileStream file)
    {
        _file = file;
    }

    /// <summary>Waits for the lock. Writers hold it for moments, so one that is held for longer is stuck.</summary>
    /// <exception cref="ConflictException">It was not free within <paramref name="patience"/>.</exception>
    public static async Task<ProjectLock> AcquireAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        FileErrors.Guard(path, () => Disk.CreateFolder(Path.GetDirectoryName(path)!));
        var watch = Stopwatch.StartNew();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryOpen(path) is { } file)
            {
                return new(file);
            }

            if (watch.Elapsed > patience)
            {
                throw new ConflictException($"Another process has held the lock '{path}' for more than {patience.TotalSeconds:0} seconds.")
                {
                    ResourceId = path,
                    ResourceType = "PROJECT",
                    RecommendedAction = "Wait for the other process, or end it if it hangs; then try again.",
                };
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The lock at once, or null where another has it.</summary>
    public static ProjectLock? TryAcquire(string path)
    {
        FileErrors.Guard(path, () => Disk.CreateFolder(Path.GetDirectoryName(path)!));
        return TryOpen(path) is { } file ? new(file) : null;
    }

    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e) when (FileErrors.IsInUse(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Map(e, path);
        }
    }
}
