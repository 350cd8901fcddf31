namespace LookoutVision;

/// <summary>
/// One image to look at: a file, bytes or a stream. It is opened when it is read and closed at once after,
/// and its content type comes from its first bytes, never from its name.
/// </summary>
public sealed class ImageSource
{
    /// <summary>The most bytes an image may have: 8 MiB, the service's limit.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private readonly Func<Stream> _open;
    private readonly bool _leaveOpen;
    private Action<byte[]>? _keep;

    private ImageSource(string name, Func<Stream> open, bool leaveOpen)
    {
        Name = name;
        _open = open;
        _leaveOpen = leaveOpen;
    }

    /// <summary>The full path of a file; the given name of bytes or a stream.</summary>
    public string Name { get; }

    /// <summary>A file. Nothing is opened yet: a missing file shows when it is read.</summary>
    public static ImageSource FromFile(string path)
    {
        var fullPath = Path.GetFullPath(path);
        return new(fullPath, () => OpenFile(fullPath), leaveOpen: false);
    }

    /// <summary>Bytes in memory.</summary>
    public static ImageSource FromBytes(byte[] bytes, string name) =>
        new(name, () => new MemoryStream(bytes, writable: false), leaveOpen: false);

    /// <summary>A stream, read from where it stands when the image is first needed; it is left open, and its bytes are kept.</summary>
    public static ImageSource FromStream(Stream stream, string name)
    {
        byte[]? kept = null;
        return new(name, () => kept is null ? stream : new MemoryStream(kept, writable: false), leaveOpen: true) { _keep = bytes => kept = bytes };
    }

    /// <summary>What is known to be unreadable; the reason shows when it is read.</summary>
    internal static ImageSource Unreadable(string name, Exception reason) => new(name, () => throw reason, leaveOpen: false);

    /// <summary>Reads the whole image.</summary>
    /// <exception cref="ValidationException">It is missing, empty, or longer than <see cref="MaxBytes"/>.</exception>
    /// <exception cref="AccessDeniedException">The file may not be read.</exception>
    public Task<byte[]> ReadAsync(CancellationToken cancellationToken) => NameErrorsAsync(async () =>
    {
        var stream = _open();
        try
        {
            var bytes = await ReadAllAsync(stream, cancellationToken).ConfigureAwait(false);
            _keep?.Invoke(bytes);
            return bytes;
        }
        finally
        {
            if (!_leaveOpen)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }
        }
    });

    /// <summary>Opens the image to be read, and read again, from its first byte to its last; a file is not copied into memory.</summary>
    /// <exception cref="ValidationException">As <see cref="ReadAsync"/>.</exception>
    /// <exception cref="AccessDeniedException">The file may not be read.</exception>
    internal Task<Stream> OpenAsync(CancellationToken cancellationToken) => NameErrorsAsync(async () =>
    {
        var stream = _leaveOpen
            ? new MemoryStream(await ReadAsync(cancellationToken).ConfigureAwait(false), writable: false)
            : _open();
        var length = stream.Length;
        if (length is > 0 and <= MaxBytes)
        {
            return stream;
        }

        await stream.DisposeAsync().ConfigureAwait(false);
        throw length == 0 ? Empty() : TooLarge();
    });

    /// <summary>Reads of the image; what goes wrong with its file is told as this image's error.</summary>
    /// <exception cref="ValidationException">As <see cref="ReadAsync"/>.</exception>
    /// <exception cref="AccessDeniedException">The file may not be read.</exception>
    internal async Task<T> NameErrorsAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new AccessDeniedException($"'{Name}' may not be read: {e.Message}", e)
            {
                ResourceId = Name,
                RecommendedAction = "Give the account that runs this read permission on the file.",
            };
        }
        catch (IOException e)
        {
            var fault = e is FileNotFoundException or DirectoryNotFoundException ? ImageFault.Missing : ImageFault.Unreadable;
            throw ImageErrors.Of(Name, fault, $"cannot be read: {e.Message.TrimEnd('.')}", "Check that the file is there and not in use.", e);
        }
    }

    private ValidationException TooLarge() =>
        ImageErrors.Of(Name, ImageFault.TooLarge, "is larger than 8 MiB", "Save it as a JPEG, or with fewer pixels.");

    private ValidationException Empty() => ImageErrors.Of(Name, ImageFault.Empty, "is empty", "Take or copy the photograph again.");

    private static Stream OpenFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder.");
        }

        // A pipe says that it is empty too, and to open one could take for ever.
        if (new FileInfo(path).Length == 0)
        {
            return Stream.Null;
        }

        // Others may write to or delete the file meanwhile: a camera's folder is a busy place.
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: false);
    }

    private async Task<byte[]> ReadAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[stream.CanSeek ? Math.Clamp(stream.Length - stream.Position, 0, MaxBytes) + 1 : 64 * 1024];
        var length = 0;
        int read;
        while ((read = await NextAsync(buffer.AsMemory(length)).ConfigureAwait(false)) > 0)
        {
            length += read;
            if (length > MaxBytes)
            {
                throw TooLarge();
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(2 * length, MaxBytes + 1));
            }
        }

        if (length == 0)
        {
            throw Empty();
        }

        Array.Resize(ref buffer, length);
        return buffer;

        // Asked to read a file later, the runtime would only have a thread of its pool stand still for it.
        ValueTask<int> NextAsync(Memory<byte> rest) =>
            stream is FileStream ? new(stream.Read(rest.Span)) : stream.ReadAsync(rest, cancellationToken);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
