using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>
/// An image as the network sees it, and the class of each of its pixels. All of them are held while networks learn, so
/// a value takes two bytes; what that rounds away is less than a tenth of a grey level.
/// </summary>
internal sealed class MaskedImage
{
    // The largest value is contrast, 25.
    private const float Steps = 1024;

    // Four values of 16 bits a pixel.
    private readonly long[] _pixels;

    /// <param name="image">Four channels.</param>
    /// <param name="classes">Null for a normal image: all background.</param>
    public MaskedImage(FloatImage image, byte[]? classes)
    {
        (Width, Height, Classes) = (image.Width, image.Height, classes);
        _pixels = new long[image.Pixels];
        var values = MemoryMarshal.Cast<long, short>(_pixels.AsSpan());
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (short)Math.Clamp(MathF.Round(image.Data[i] * Steps), short.MinValue, short.MaxValue);
        }

        DefectPixels = classes is null ? [] : Enumerable.Range(0, classes.Length).Where(i => classes[i] != 0).ToArray();
    }

    public int Width { get; }

    public int Height { get; }

    public byte[]? Classes { get; }

    /// <summary>The pixels that belong to a defect.</summary>
    public int[] DefectPixels { get; }

    /// <summary>The four channels of a pixel.</summary>
    public Vector128<float> Pixel(int index) =>
        Vector128.ConvertToSingle(Vector128.WidenLower(Vector128.CreateScalar(_pixels[index]).AsInt16())) * (1 / Steps);

    /// <summary>The whole image, in rented memory.</summary>
    public FloatImage ToFloats()
    {
        var image = FloatImage.Rent(Width, Height, UNet.Inputs);
        for (var i = 0; i < image.Pixels; i++)
        {
            Pixel(i).CopyTo(image.Pixel(i));
        }

        return image;
    }
}
