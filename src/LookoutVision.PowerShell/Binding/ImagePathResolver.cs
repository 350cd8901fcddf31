using System.Management.Automation;
using LookoutVision.Errors;
using LookoutVision.Pipeline;

namespace LookoutVision.Binding;

/// <summary>
/// From the shell's paths to image files, one after another: wildcards, drives of the session, folders (their images).
/// A path that leads nowhere is a non-terminating error of its own.
/// </summary>
internal sealed class ImagePathResolver(IShell shell)
{
    private static readonly string[] ImageExtensions = [".jpg", ".jpeg", ".png"];
    private static readonly StringComparer PathComparer =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    private readonly HashSet<string> _folders = new(PathComparer);

    public IEnumerable<string> Resolve(IEnumerable<string> paths, bool literal)
    {
        foreach (var path in paths)
        {
            foreach (var match in Match(path, literal))
            {
                if (!match.IsFileSystem)
                {
                    shell.WriteError(CommandErrors.PathNotFileSystem(path, "an item of another provider"));
                }
                else if (Directory.Exists(match.Path))
                {
                    foreach (var image in ImagesOf(match.Path))
                    {
                        yield return image;
                    }
                }
                else if (!File.Exists(match.Path))
                {
                    shell.WriteError(CommandErrors.ImageNotFound(match.Path));
                }
                else if (!IsOfGivenFolder(match.Path))
                {
                    yield return match.Path;
                }
            }
        }
    }

    private IReadOnlyList<ProviderPath> Match(string path, bool literal)
    {
        if (ShellPath.IsAddress(path))
        {
            shell.WriteError(CommandErrors.PathNotFileSystem(path, "an address"));
            return [];
        }

        try
        {
            var matches = ShellPath.Match(shell, path, literal);
            if (matches.Count == 0)
            {
                shell.WriteWarning($"No file matches '{path}'.");
            }

            return matches;
        }
        catch (ItemNotFoundException e)
        {
            shell.WriteError(CommandErrors.ImageNotFound(path, e));
        }
        catch (Exception e) when (e is SessionStateException or ProviderInvocationException or PSInvalidOperationException or PSArgumentException or IOException)
        {
            shell.WriteError(CommandErrors.PathUnusable(path, e));
        }

        return [];
    }

    private IEnumerable<string> ImagesOf(string folder)
    {
        _folders.Add(Path.TrimEndingDirectorySeparator(folder));
        string[] images;
        try
        {
            images = [.. Directory.EnumerateFiles(folder)
                .Where(file => ImageExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.OrdinalIgnoreCase)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            shell.WriteError(CommandErrors.From(e, folder));
            return [];
        }

        if (images.Length == 0)
        {
            shell.WriteError(CommandErrors.FolderWithoutImages(folder));
        }

        return images;
    }

    // Get-ChildItem -Recurse gives a folder and then what is in it: those images are judged once.
    private bool IsOfGivenFolder(string file) =>
        _folders.Count > 0
        && _folders.Contains(Path.GetDirectoryName(file) ?? "")
        && ImageExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
