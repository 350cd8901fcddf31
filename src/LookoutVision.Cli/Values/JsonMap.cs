namespace LookoutVision.Cli.Values;

/// <summary>The members of a JSON object, in their order.</summary>
internal sealed class JsonMap : OrderedDictionary<string, object?>
{
    public JsonMap()
        : base(StringComparer.Ordinal)
    {
    }
}
