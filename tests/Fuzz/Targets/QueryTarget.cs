using System.Text;
using LookoutVision.Cli.JmesPath;
using LookoutVision.Cli.Values;

namespace LookoutVision.Fuzz.Targets;

/// <summary>Queries in JMESPath, asked of an answer.</summary>
internal sealed class QueryTarget : IFuzzTarget
{
    private static readonly object? Answer = JsonValues.Read(
        """{"Models":[{"ModelVersion":"1","Status":"HOSTED","Performance":{"F1Score":0.97}},{"ModelVersion":"2","Status":"TRAINED","Tags":[]}],"NextToken":null,"Count":2}""");

    public string Name => "query";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. new[]
        {
            "Models[?Status=='HOSTED'].{v: ModelVersion, f: Performance.F1Score} | [0]",
            "sort_by(Models, &ModelVersion)[-1].Status || `\"none\"`",
            "length(Models[*].Tags[]) > `0` && !NextToken",
            "Models[::-2].[ModelVersion, join('-', [Status, to_string(@.Count)])]",
            "max_by(Models, &to_number(ModelVersion)).\"Status\" | contains(@, 'TR')",
            "merge(@, {a: map(&not_null(Tags, `[1]`), Models)}).a[] | sum(@)",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Mend(byte[] input)
    {
        // Text has no checksum.
    }

    public bool Refuses(byte[] input)
    {
        try
        {
            JmesPathQuery.Parse(Encoding.UTF8.GetString(input)).Search(Answer);
            return false;
        }
        catch (JmesPathException)
        {
            return true;
        }
    }
}
