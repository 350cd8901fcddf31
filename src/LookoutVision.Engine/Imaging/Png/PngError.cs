namespace LookoutVision.Engine.Imaging.Png;

/// <summary>The errors of a PNG that several parts raise.</summary>
internal static class PngError
{
    public static ImageFormatException CutOff(string where) => new($"is a PNG that is cut off {where}");

    public static ImageFormatException Damaged(string what, Exception? cause = null) =>
        new($"is a damaged PNG: {what}", cause);
}
