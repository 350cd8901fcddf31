namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>The errors of a JPEG that several parts raise.</summary>
internal static class JpegError
{
    public static ImageFormatException CutOff(string where) => new($"is a JPEG that is cut off {where}");

    public static ImageFormatException Damaged(string what) => new($"is a damaged JPEG: {what}");

    public static ImageFormatException Unsupported(string what) =>
        new($"is {what}, which cannot be read; save it as a baseline or progressive JPEG with 8 bits a sample, in colour (RGB) or grey");
}
