using System.Numerics.Tensors;

namespace LookoutVision.Engine.Numerics;

/// <summary>A copy of an image to keep, one of many that are held at once: a value takes two bytes.</summary>
internal sealed class HalfImage
{
    private readonly int _channels;
    private readonly Half[] _values;

    public HalfImage(FloatImage image)
    {
        (Width, Height, _channels) = (image.Width, image.Height, image.Channels);

        // Pinned arrays have a heap of their own. Among the large objects, their sum would be the measure of how much garbage may gather there.
        _values = GC.AllocateUninitializedArray<Half>(image.Data.Length, pinned: true);
        TensorPrimitives.ConvertToHalf(image.Data, _values);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Reads the values of one pixel, or of several in a row.</summary>
    public void Read(int pixel, Span<float> values) =>
        TensorPrimitives.ConvertToSingle(_values.AsSpan(pixel * _channels, values.Length), values);

    /// <summary>All of them, in rented memory.</summary>
    public FloatImage Read()
    {
        var image = FloatImage.Rent(Width, Height, _channels);
        Read(0, image.Data);
        return image;
    }
}
