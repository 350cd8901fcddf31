using System.Management.Automation;
using LookoutVision.Batch;
using LookoutVision.Errors;
using LookoutVision.Pipeline;

namespace LookoutVision.Binding;

/// <summary>
/// From the shell's paths to image files, one after another: wildcards, drives of the session, folders (their images).
/// A path that leads nowhere is a non-terminating error of its own.
/// </summary>
internal sealed class ImagePathResolver(IShell shell, bool recurse)
{
    private readonly ImageFolders _folders = new();
    private int _found;
    private bool _isLast;

    /// <summary>How many images there are, once the last path has been looked at.</summary>
    public int? Total => _isLast ? _found : null;

    public IEnumerable<string> Resolve(IReadOnlyList<string> paths, bool literal)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            var path = paths[i];
            _isLast = i == paths.Count - 1;
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
                else if (!_folders.HaveGiven(match.Path))
                {
                    yield return match.Path;
                }
            }
        }
    }

    private IReadOnlyList<ProviderPath> Match(string path, bool literal)
    {
        try
        {
            var matches = ShellPath.Match(shell, path, literal);
            _found += matches.Count;
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
        catch (CommandException e)
        {
            shell.WriteError(e.Error);
        }

        return [];
    }

    private IEnumerable<string> ImagesOf(string folder)
    {
        _found--;
        var isEmpty = !_folders.HaveSearched(folder);
        foreach (var (place, error, images) in isEmpty ? _folders.Below(folder, recurse) : [])
        {
            if (error is not null)
            {
                shell.WriteError(CommandErrors.From(error, place));
                isEmpty = false;
            }

            _found += images.Count;
            foreach (var image in images)
            {
                isEmpty = false;
                yield return image;
            }
        }

        if (isEmpty)
        {
            shell.WriteError(CommandErrors.FolderWithoutImages(folder));
        }
    }
}
