namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>The second bytes of the markers of ITU-T T.81, table B.1, that are acted on.</summary>
internal static class JpegMarker
{
    public const byte StartOfFrameBaseline = 0xC0;
    public const byte StartOfFrameExtended = 0xC1;
    public const byte StartOfFrameProgressive = 0xC2;
    public const byte StartOfFrameLossless = 0xC3;
    public const byte DefineHuffmanTables = 0xC4;
    public const byte JpegExtension = 0xC8;
    public const byte StartOfFrameArithmetic = 0xC9;
    public const byte StartOfFrameArithmeticProgressive = 0xCA;
    public const byte StartOfFrameArithmeticLossless = 0xCB;
    public const byte DefineArithmeticConditioning = 0xCC;
    public const byte LastStartOfFrame = 0xCF;
    public const byte Restart0 = 0xD0;
    public const byte Restart7 = 0xD7;
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;
    public const byte DefineQuantizationTables = 0xDB;
    public const byte DefineRestartInterval = 0xDD;
    public const byte DefineHierarchicalProgression = 0xDE;
    public const byte App0 = 0xE0;
    public const byte App1 = 0xE1;
    public const byte App14 = 0xEE;
    public const byte Temporary = 0x01;

    public static bool IsStartOfFrame(byte marker) =>
        marker is >= StartOfFrameBaseline and <= LastStartOfFrame
            and not (DefineHuffmanTables or JpegExtension or DefineArithmeticConditioning);

    public static bool StandsAlone(byte marker) =>
        marker is Temporary or (>= Restart0 and <= EndOfImage);
}
