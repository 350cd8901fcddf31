namespace LookoutVision.Cli.Parameters.Shorthand;

/// <summary>A value is not in the shorthand syntax.</summary>
internal sealed class ShorthandException(string message) : Exception(message);
