using System.Text.Json.Serialization;
using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Training.Advice;

namespace LookoutVision.Local;

/// <summary>How the store's records are written as JSON.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProjectRecord))]
[JsonSerializable(typeof(DatasetRecord))]
[JsonSerializable(typeof(ModelRecord))]
[JsonSerializable(typeof(ModelPackagingJob))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(EvaluationFile))]
[JsonSerializable(typeof(ImageVerdict))]
[JsonSerializable(typeof(IReadOnlyList<TrainingAdvice>))]
internal sealed partial class StoreJson : JsonSerializerContext;
