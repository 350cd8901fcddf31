namespace LookoutVision.Engine.Training.Advice;

/// <summary>Names files in messages: without the folders that all have in common, and no more than a few.</summary>
internal sealed class FileNames
{
    private const int MostNamed = 5;

    private readonly int _common;

    public FileNames(IEnumerable<string> all)
    {
        string? common = null;
        foreach (var name in all)
        {
            var folder = name[..(name.LastIndexOfAny(['/', '\\']) + 1)];
            common = common is null ? folder : CommonFolder(common, folder);
        }

        _common = common?.Length ?? 0;
    }

    /// <summary><c>'a.png', 'b.png' and 12 more</c>.</summary>
    public string List(IReadOnlyCollection<string> files)
    {
        var more = files.Count > MostNamed ? $" and {files.Count - MostNamed} more" : "";
        return string.Join(", ", files.Take(MostNamed).Select(Short)) + more;
    }

    /// <summary><c>'a.png' = 'b.png', 'c.png' = 'd.png' and 12 more</c>.</summary>
    public string ListGroups(IReadOnlyCollection<IReadOnlyList<string>> groups)
    {
        var more = groups.Count > MostNamed ? $" and {groups.Count - MostNamed} more" : "";
        return string.Join(", ", groups.Take(MostNamed).Select(g => string.Join(" = ", g.Take(MostNamed).Select(Short)))) + more;
    }

    public string Short(string file) => $"'{file[_common..]}'";

    private static string CommonFolder(string first, string second)
    {
        var length = 0;
        for (var i = 0; i < Math.Min(first.Length, second.Length) && first[i] == second[i]; i++)
        {
            if (first[i] is '/' or '\\')
            {
                length = i + 1;
            }
        }

        return first[..length];
    }
}
