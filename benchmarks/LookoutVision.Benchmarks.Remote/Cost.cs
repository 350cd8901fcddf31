namespace LookoutVision.Benchmarks.Remote;

/// <summary>What a client took.</summary>
/// <param name="Wall">Seconds until the last answer.</param>
/// <param name="Processor">Seconds of the processor in the client's process; null where it is not one.</param>
/// <param name="Images">How many images were asked about.</param>
internal sealed record Cost(double Wall, double? Processor, int Images);
