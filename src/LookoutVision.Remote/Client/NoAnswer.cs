namespace LookoutVision.Remote.Client;

/// <summary>The shape of an answer that has no body.</summary>
internal sealed record NoAnswer;
