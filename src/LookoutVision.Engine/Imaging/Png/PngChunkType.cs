namespace LookoutVision.Engine.Imaging.Png;

/// <summary>The four letters of a chunk as a big-endian number.</summary>
internal static class PngChunkType
{
    public const uint Header = 0x49484452; // IHDR
    public const uint Palette = 0x504C5445; // PLTE
    public const uint Transparency = 0x74524E53; // tRNS
    public const uint Data = 0x49444154; // IDAT
    public const uint Exif = 0x65584966; // eXIf
    public const uint End = 0x49454E44; // IEND

    /// <summary>Whether a decoder may pass over the chunk when it does not know it (bit 5 of the first letter).</summary>
    public static bool IsAncillary(uint type) => (type & 0x2000_0000) != 0;

    public static string NameOf(uint type) =>
        string.Create(4, type, (name, value) =>
        {
            for (var i = 3; i >= 0; i--, value >>= 8)
            {
                name[i] = (char)(value & 0xFF) is var letter && char.IsAsciiLetter(letter) ? letter : '?';
            }
        });
}
