using System.Text.Json.Nodes;
using LookoutVision.Hosting;
using LookoutVision.Service.Model;

namespace LookoutVision.Service;

/// <summary>One request to a host, whose input has been found valid.</summary>
/// <param name="Host">Who is asked.</param>
/// <param name="Operation">What for.</param>
/// <param name="Input">The members of the operation's input by their names.</param>
/// <param name="Body">What the raw body holds; null where the operation has none.</param>
/// <param name="CancellationToken">Gives up.</param>
internal sealed record ServiceRequest(
    HostConnection Host, ServiceOperation Operation, JsonObject Input, ImageSource? Body, CancellationToken CancellationToken)
{
    public string ProjectName => Required("ProjectName");

    public ModelReference Model => new(ProjectName, Required("ModelVersion"));

    public DatasetType DatasetType => Required("DatasetType") == "train" ? DatasetType.Train : DatasetType.Test;

    public IProjectCatalog Projects => Host.Projects ?? throw Lacks();

    public IDatasetCatalog Datasets => Host.Datasets ?? throw Lacks();

    public IModelTags Tags => Host.Tags ?? throw Lacks();

    public IModelPackaging Packaging => Host.Packaging ?? throw Lacks();

    public string? Text(string member) => (string?)Input[member];

    public string Required(string member) => Text(member)!;

    public int? Integer(string member) => Input[member] is JsonValue value && WireValue.TryInteger(value, out var number) ? (int)number : null;

    public bool? Flag(string member) => (bool?)Input[member];

    public DateTimeOffset? Time(string member) => Input[member] is JsonValue value && WireValue.TryTime(value, out var time) ? time : null;

    /// <summary>The tags of a list of keys and values; of a key that is there twice, the last.</summary>
    public Dictionary<string, string> TagsOf(string member)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in Input[member]?.AsArray() ?? [])
        {
            tags[(string)tag!["Key"]!] = (string)tag["Value"]!;
        }

        return tags;
    }

    private ValidationException Lacks() => new($"This host knows no {Operation}. {Host.Description}")
    {
        RecommendedAction = "Ask the local host, or a server that speaks the Lookout for Vision API.",
    };
}
