using System.Text.Json.Serialization;
using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Local;

/// <summary>How the store's records are written as JSON.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProjectRecord))]
[JsonSerializable(typeof(ModelRecord))]
[JsonSerializable(typeof(EvaluationFile))]
[JsonSerializable(typeof(ImageVerdict))]
internal sealed partial class StoreJson : JsonSerializerContext;
