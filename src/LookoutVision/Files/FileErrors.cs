namespace LookoutVision.Files;

/// <summary>The one place where errors of the file system become errors of the service's family.</summary>
internal static class FileErrors
{
    private static readonly bool IsWindows = OperatingSystem.IsWindows();

    /// <summary>Runs something that touches <paramref name="path"/>.</summary>
    public static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Map(e, path);
        }
    }

    /// <inheritdoc cref="Guard{T}"/>
    public static void Guard(string path, Action action) => Guard(path, () =>
    {
        action();
        return true;
    });

    public static LookoutVisionException Map(Exception error, string path) => error switch
    {
        UnauthorizedAccessException => Denied(error, path),
        IOException io when IsReadOnly(io) => Denied(error, path),
        IOException io when IsFull(io) => new ServiceQuotaExceededException($"There is no room left to write '{path}'.", error)
        {
            ResourceId = path,
            RecommendedAction = "Free some space on that disk, or choose a folder on another one (for models: LOOKOUTVISION_HOME).",
        },
        _ => new InternalServerException($"'{path}' cannot be read or written: {error.Message}", error)
        {
            ResourceId = path,
            RecommendedAction = "Check that the path is in a folder that can be written to and that the disk is there.",
        },
    };

    /// <summary>A file of the store that is not what its place says.</summary>
    public static InternalServerException Damaged(string path, string reason, Exception? cause = null) =>
        new($"The file '{path}' {reason}.", cause)
        {
            ResourceId = path,
            RecommendedAction = "Bring it back from a backup, or move it away and make the project or model anew.",
        };

    /// <summary>Whether another process has the file locked.</summary>
    public static bool IsInUse(IOException error) =>
        IsWindows ? IsAny(error, 0x20, 0x21) : IsAny(error, 11, 35);

    private static bool IsFull(IOException error) =>
        IsWindows ? IsAny(error, 0x27, 0x70) : IsAny(error, 28, OperatingSystem.IsMacOS() ? 69 : 122);

    private static bool IsReadOnly(IOException error) => IsWindows ? IsAny(error, 0x13) : IsAny(error, 30);

    // The lower half is the system's own number: a Win32 error behind 0x8007, or errno.
    private static bool IsAny(IOException error, params ReadOnlySpan<int> codes) => codes.Contains(error.HResult & 0xFFFF);

    private static AccessDeniedException Denied(Exception error, string path) =>
        new($"'{path}' may not be read or written: {error.Message}", error)
        {
            ResourceId = path,
            RecommendedAction = "Give the account that runs this permission there, or choose a folder of its own (for models: LOOKOUTVISION_HOME).",
        };
}
