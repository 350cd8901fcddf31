namespace LookoutVision.Engine.Imaging;

/// <summary>The formats that are read.</summary>
public enum ImageFormat
{
    /// <summary>JPEG, baseline or progressive.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,
}
