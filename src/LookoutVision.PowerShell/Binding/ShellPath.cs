using System.Management.Automation;
using System.Text.RegularExpressions;
using LookoutVision.Errors;
using LookoutVision.Pipeline;

namespace LookoutVision.Binding;

/// <summary>Paths as they are typed in the shell.</summary>
internal static partial class ShellPath
{
    /// <summary>
    /// What the path stands for. A name with brackets that is there, letter by letter, is meant as it stands:
    /// it comes from a CSV file or a result more often than it is a wildcard.
    /// </summary>
    /// <exception cref="CommandException">An address, or a path that cannot be understood.</exception>
    /// <exception cref="ItemNotFoundException">There is no such item, and the path has no wildcards.</exception>
    public static IReadOnlyList<ProviderPath> Match(IShell shell, string path, bool literal)
    {
        if (Scheme().IsMatch(path))
        {
            throw new CommandException(CommandErrors.PathNotFileSystem(path, "an address"));
        }

        try
        {
            if (!literal && path.Contains('['))
            {
                var place = shell.Resolve(path, literal: true);
                if (place is [{ IsFileSystem: true }] && Path.Exists(place[0].Path))
                {
                    return place;
                }
            }

            return shell.Resolve(path, literal);
        }
        catch (Exception e) when (IsUnusable(e))
        {
            throw new CommandException(CommandErrors.PathUnusable(path, e));
        }
    }

    /// <summary>The full path of one file or folder. Without wildcards it need not be there yet.</summary>
    /// <exception cref="CommandException">It is no file or folder, or there is not one that matches.</exception>
    public static string Single(IShell shell, string path, bool literal)
    {
        var places = Match(shell, path, literal || path.AsSpan().IndexOfAny("*?[") < 0);
        return places switch
        {
            [{ IsFileSystem: true }] => places[0].Path,
            [_] => throw new CommandException(CommandErrors.PathNotFileSystem(path, "an item of another provider")),
            [] => throw new CommandException(CommandErrors.PathNotFound(path)),
            _ => throw new CommandException(CommandErrors.PathAmbiguous(path, places.Count)),
        };
    }

    /// <summary>As <see cref="Single"/>, of what has to be there.</summary>
    /// <exception cref="CommandException">Moreover, it is not there.</exception>
    public static string Existing(IShell shell, string path, bool literal)
    {
        var place = Single(shell, path, literal);
        return Path.Exists(place) ? place : throw new CommandException(CommandErrors.PathNotFound(place));
    }

    private static bool IsUnusable(Exception exception) =>
        exception is SessionStateException and not ItemNotFoundException
            or ProviderInvocationException or PSInvalidOperationException or PSArgumentException or IOException;

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.\-]+://")]
    private static partial Regex Scheme();
}
