using System.Text.Json.Serialization;

namespace LookoutVision.Datasets;

/// <summary>How a file of labels is read.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class LabelsJson : JsonSerializerContext;
