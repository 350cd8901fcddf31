namespace LookoutVision.Cli.JmesPath.Functions;

/// <summary>What an argument of a function may be.</summary>
[Flags]
internal enum ArgumentTypes
{
    Null = 1,
    Boolean = 2,
    Number = 4,
    String = 8,
    Array = 16,
    Object = 32,
    Expression = 64,
    ArrayOfNumber = 128,
    ArrayOfString = 256,
    Any = Null | Boolean | Number | String | Array | Object,
}
