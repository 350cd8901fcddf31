namespace LookoutVision.Conformance.Support;

/// <summary>A call that a server refuses.</summary>
/// <param name="Code">The error's code.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Parameters">Its input.</param>
/// <param name="Resource">The kind of resource that the error names.</param>
internal sealed record RefusedCall(string Code, int Status, string Operation, string Parameters, string? Resource);
