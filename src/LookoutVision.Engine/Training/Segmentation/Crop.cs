using System.Runtime.Intrinsics;
using LookoutVision.Engine.Inference.Segmentation;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>A square to cut out of an image: turned, scaled and perhaps mirrored around its middle, its brightness varied.</summary>
internal readonly record struct Crop(
    MaskedImage Image, float X, float Y, float Turn, float Scale, int MirrorX, int MirrorY, float Gain, float Offset)
{
    /// <summary>Fills the pixels and their classes, row by row.</summary>
    public void Cut(Activation pixels, byte[] classes)
    {
        var (sin, cos) = MathF.SinCos(Turn);
        for (var v = 0; v < pixels.Height; v++)
        {
            var row = pixels.Row(v);
            for (var u = 0; u < pixels.Width; u++)
            {
                var (dx, dy) = ((u - (pixels.Width / 2)) * Scale * MirrorX, (v - (pixels.Height / 2)) * Scale * MirrorY);
                var (x, y) = (X + (cos * dx) - (sin * dy), Y + (sin * dx) + (cos * dy));
                var pixel = row.Slice(u * UNet.Inputs, UNet.Inputs);
                classes[(v * pixels.Width) + u] = Read(Image, x, y, pixel);
                pixel[0] = (Gain * pixel[0]) + Offset;
            }
        }
    }

    private static byte Read(MaskedImage image, float x, float y, Span<float> pixel)
    {
        x = Math.Clamp(x, 0, image.Width - 1);
        y = Math.Clamp(y, 0, image.Height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, image.Width - 1), Math.Min(top + 1, image.Height - 1));
        var (a, b) = (x - left, y - top);

        Vector128<float> At(int u, int v) => image.Pixel((v * image.Width) + u);
        var above = (At(left, top) * (1 - a)) + (At(right, top) * a);
        var below = (At(left, bottom) * (1 - a)) + (At(right, bottom) * a);
        ((above * (1 - b)) + (below * b)).CopyTo(pixel);
        return image.Classes is null ? (byte)0 : image.Classes[((b < 0.5f ? top : bottom) * image.Width) + (a < 0.5f ? left : right)];
    }
}
