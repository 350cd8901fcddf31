using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Server.Operations;

/// <summary>Finds the operation that a request's method and path mean.</summary>
internal static class OperationRouter
{
    private static readonly List<(ServiceOperation Operation, string[] Segments)> Routes =
        [.. ServiceOperations.All.Select(o => (o, o.PathTemplate[1..].Split('/')))];

    /// <summary>The operation and the values of its path's labels; null where there is none.</summary>
    public static (ServiceOperation Operation, Dictionary<string, string> Labels)? Find(string method, IReadOnlyList<string> path)
    {
        foreach (var (operation, segments) in Routes)
        {
            if (operation.Method == method && segments.Length == path.Count && Match(segments, path) is { } labels)
            {
                return (operation, labels);
            }
        }

        return null;
    }

    private static Dictionary<string, string>? Match(string[] segments, IReadOnlyList<string> path)
    {
        var labels = new Dictionary<string, string>();
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i][0] == '{' && path[i].Length > 0)
            {
                labels[segments[i][1..^1]] = path[i];
            }
            else if (segments[i] != path[i])
            {
                return null;
            }
        }

        return labels;
    }
}
