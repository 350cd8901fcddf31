using System.Buffers;

namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>A layer's output: interleaved floats inside a border of one pixel of zeros, so that a 3x3 window fits over every pixel.</summary>
internal sealed class Activation : IDisposable
{
    private bool _isRented;

    public Activation(int width, int height, int channels)
        : this(width, height, channels, new float[(width + 2) * (height + 2) * channels], false)
    {
    }

    private Activation(int width, int height, int channels, float[] data, bool isRented)
    {
        Width = width;
        Height = height;
        Channels = channels;
        Data = data;
        _isRented = isRented;
    }

    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }

    /// <summary>Floats from row to row.</summary>
    public int Stride => (Width + 2) * Channels;

    /// <summary>Row by row with the border; rented memory may be longer.</summary>
    public float[] Data { get; private set; }

    /// <summary>An activation in memory that was used before: its border is nought, its pixels are what they were. Disposed, it lends it to the next.</summary>
    public static Activation Rent(int width, int height, int channels)
    {
        var length = (width + 2) * (height + 2) * channels;
        var rented = new Activation(width, height, channels, ArrayPool<float>.Shared.Rent(length), true);
        var data = rented.Data.AsSpan(0, length);
        data[..rented.Offset(0)].Clear();
        for (var y = 0; y < height; y++)
        {
            data.Slice(rented.Offset(y) + (width * channels), 2 * channels).Clear();
        }

        data[(rented.Offset(height) - channels)..].Clear();
        return rented;
    }

    /// <summary>The pixels of row y without the border.</summary>
    public Span<float> Row(int y) => Data.AsSpan(Offset(y), Width * Channels);

    /// <summary>Where row y begins, border left out.</summary>
    public int Offset(int y) => ((y + 1) * Stride) + Channels;

    public Activation Like() => new(Width, Height, Channels);

    /// <summary>Gives rented memory back.</summary>
    public void Dispose()
    {
        if (_isRented)
        {
            _isRented = false;
            ArrayPool<float>.Shared.Return(Data);
            Data = [];
        }
    }
}
