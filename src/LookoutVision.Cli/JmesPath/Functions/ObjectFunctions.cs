using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.JmesPath.Functions;

/// <summary>Functions of objects.</summary>
internal static class ObjectFunctions
{
    public static readonly Function[] All =
    [
        new("keys", [ArgumentTypes.Object], a => ((JsonMap)a[0]!).Keys.ToArray<object?>()),
        new("values", [ArgumentTypes.Object], a => ((JsonMap)a[0]!).Values.ToArray()),
        new("merge", [ArgumentTypes.Object], Merge, IsVariadic: true),
    ];

    private static JsonMap Merge(object?[] objects)
    {
        var merged = new JsonMap();
        foreach (var (name, value) in objects.Cast<JsonMap>().SelectMany(o => o))
        {
            merged[name] = value;
        }

        return merged;
    }
}
