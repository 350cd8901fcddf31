using System.Text.Json.Serialization;

namespace LookoutVision.Cli.Server.Operations;

/// <summary>Writes it without reflection.</summary>
[JsonSerializable(typeof(IdempotencyEntry))]
internal sealed partial class IdempotencyJson : JsonSerializerContext;
