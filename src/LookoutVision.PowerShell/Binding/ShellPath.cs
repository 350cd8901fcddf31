using System.Text.RegularExpressions;
using LookoutVision.Errors;
using LookoutVision.Pipeline;

namespace LookoutVision.Binding;

/// <summary>Paths as they are typed in the shell.</summary>
internal static partial class ShellPath
{
    /// <summary>Whether it is a URL rather than a path.</summary>
    public static bool IsAddress(string path) => Scheme().IsMatch(path);

    /// <summary>
    /// What the path stands for. A name with brackets that is there, letter by letter, is meant as it stands:
    /// it comes from a CSV file or a result more often than it is a wildcard.
    /// </summary>
    public static IReadOnlyList<ProviderPath> Match(IShell shell, string path, bool literal)
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

    /// <summary>The full path of one file or folder, which need not be there yet.</summary>
    public static string Single(IShell shell, string path)
    {
        var places = IsAddress(path) ? [] : shell.Resolve(path, literal: true);
        if (places is not [{ IsFileSystem: true }])
        {
            shell.ThrowTerminatingError(CommandErrors.PathNotFileSystem(path, "a place of another kind"));
        }

        return places[0].Path;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.\-]+://")]
    private static partial Regex Scheme();
}
