using System.Text;

namespace LookoutVision.Cli.Parameters;

/// <summary>Values that lie in files: <c>file://PATH</c> as text, <c>fileb://PATH</c> as bytes.</summary>
internal static class ParameterFile
{
    private const string TextPrefix = "file://";
    private const string BytesPrefix = "fileb://";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The file that a value names; null where it names none.</summary>
    public static string? PathOf(string value) =>
        value.StartsWith(TextPrefix, StringComparison.Ordinal) ? Expand(value[TextPrefix.Length..])
        : value.StartsWith(BytesPrefix, StringComparison.Ordinal) ? Expand(value[BytesPrefix.Length..])
        : null;

    public static bool NamesBytes(string value) => value.StartsWith(BytesPrefix, StringComparison.Ordinal);

    /// <summary>A value, or the text of the file that it names.</summary>
    /// <exception cref="ParameterException">The file cannot be read, or is no text.</exception>
    public static string Text(string option, string value)
    {
        if (PathOf(value) is null)
        {
            return value;
        }

        try
        {
            return StrictUtf8.GetString(Bytes(option, value)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw ParameterException.Of(
                option,
                $"Unable to load paramfile ({PathOf(value)}), text contents could not be decoded.  If this is a binary file, please use the "
                + "fileb:// prefix instead of the file:// prefix.");
        }
    }

    /// <summary>The bytes of the file that a value names.</summary>
    /// <exception cref="ParameterException">The file cannot be read.</exception>
    public static byte[] Bytes(string option, string value)
    {
        var path = PathOf(value)!;
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw ParameterException.Of(option, $"Unable to load paramfile {value}: {Reason(e, path)}");
        }
    }

    /// <summary>A path with what a shell would have put in place of <c>~</c> and variables.</summary>
    public static string Expand(string path)
    {
        var expanded = Environment.ExpandEnvironmentVariables(path);
        return expanded == "~" || expanded.StartsWith("~/", StringComparison.Ordinal)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + expanded[1..]
            : expanded;
    }

    private static string Reason(Exception error, string path) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"[Errno 2] No such file or directory: '{path}'",
        UnauthorizedAccessException when Directory.Exists(path) => $"[Errno 21] Is a directory: '{path}'",
        UnauthorizedAccessException => $"[Errno 13] Permission denied: '{path}'",
        _ => error.Message,
    };
}
