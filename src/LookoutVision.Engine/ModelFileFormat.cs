namespace LookoutVision.Engine;

/// <summary>
/// The layout of a model file: the magic bytes, the format version and the header's length (little-endian 32 bits each),
/// a JSON header in UTF-8, the arrays it names as little-endian 32-bit floats one after another, and the SHA-256 of all before it.
/// </summary>
internal static class ModelFileFormat
{
    /// <summary>The version that is written, and read.</summary>
    public const int Version = 8;

    public const int PrefixLength = 16;

    public const int HashLength = 32;

    public static ReadOnlySpan<byte> Magic => "LVMODEL\n"u8;
}
