namespace LookoutVision.Cli.JmesPath;

/// <summary>A query cannot be read, or not be asked of the value at hand.</summary>
internal sealed class JmesPathException(JmesPathErrorKind kind, string message) : Exception(message)
{
    public JmesPathErrorKind Kind { get; } = kind;
}
