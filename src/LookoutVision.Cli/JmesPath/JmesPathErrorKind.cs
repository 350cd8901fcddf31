namespace LookoutVision.Cli.JmesPath;

/// <summary>The kinds of error that the specification tells apart.</summary>
internal enum JmesPathErrorKind
{
    Syntax,
    InvalidType,
    InvalidValue,
    InvalidArity,
    UnknownFunction,
}
