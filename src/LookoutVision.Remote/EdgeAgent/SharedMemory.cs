using Microsoft.Win32.SafeHandles;

namespace LookoutVision.Remote.EdgeAgent;

/// <summary>
/// A POSIX shared memory object, which on Linux is a file in memory: both sides see the same bytes, and none go through the socket.
/// It is gone once disposed.
/// </summary>
internal sealed class SharedMemory : IDisposable
{
    private const string Folder = "/dev/shm";
    private const string Prefix = "lookoutvision-";

    // Between the making of a file and its lock lies a moment in which it looks abandoned.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly FileStream _file;

    private SharedMemory(FileStream file, int length)
    {
        _file = file;
        Handle = new() { Name = "/" + Path.GetFileName(file.Name), Size = (ulong)length };
    }

    /// <summary>Whether this machine has such memory.</summary>
    public static bool IsSupported { get; } = OperatingSystem.IsLinux() && Directory.Exists(Folder);

    /// <summary>Names it to the agent.</summary>
    public Wire.SharedMemoryHandle Handle { get; }

    private SafeFileHandle File => _file.SafeFileHandle;

    /// <summary>Takes memory; it is empty.</summary>
    /// <exception cref="IOException">There is not so much.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may take none.</exception>
    public static SharedMemory Create(int length)
    {
        var file = new FileStream(Path.Combine(Folder, Prefix + Guid.NewGuid().ToString("N")), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            // A lock, held while the memory is in use: by that others can tell it from what a killed process left.
            Share = FileShare.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            // Taken now: memory that is not there when it is written to kills the writer.
            PreallocationSize = length,
            BufferSize = 0,
        });
        if (!OperatingSystem.IsWindows())
        {
            // The agent's user is another one as a rule, of the same group.
            System.IO.File.SetUnixFileMode(
                file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        }

        return new(file, length);
    }

    /// <summary>Gives back what killed processes left.</summary>
    public static void ClearAbandoned()
    {
        var longAgo = DateTime.UtcNow - Fresh;
        foreach (var path in Directory.EnumerateFiles(Folder, Prefix + "*").Where(f => System.IO.File.GetLastWriteTimeUtc(f) < longAgo))
        {
            try
            {
                using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                System.IO.File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is in use, or another user's.
            }
        }
    }

    public void Write(ReadOnlySpan<byte> bytes) => RandomAccess.Write(File, bytes, 0);

    /// <summary>Reads as many bytes as there is room for.</summary>
    public void Read(Span<byte> bytes)
    {
        var offset = 0L;
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(File, bytes, offset);
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            bytes = bytes[read..];
            offset += read;
        }
    }

    public void Dispose() => _file.Dispose();
}
