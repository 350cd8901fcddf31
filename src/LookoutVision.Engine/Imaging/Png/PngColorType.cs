namespace LookoutVision.Engine.Imaging.Png;

/// <summary>Colour types of the PNG specification (third edition, 11.2.1).</summary>
internal enum PngColorType
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    Rgba = 6,
}
