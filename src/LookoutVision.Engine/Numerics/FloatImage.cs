using System.Buffers;

namespace LookoutVision.Engine.Numerics;

/// <summary>Floats of an image or a grid, channels interleaved: value (x, y, c) is at ((y * Width) + x) * Channels + c.</summary>
internal sealed class FloatImage : IDisposable
{
    private readonly int _length;
    private float[] _values;
    private bool _isRented;

    public FloatImage(int width, int height, int channels, float[]? values = null)
        : this(width, height, channels, values ?? new float[width * height * channels], false)
    {
    }

    private FloatImage(int width, int height, int channels, float[] values, bool isRented)
    {
        Width = width;
        Height = height;
        Channels = channels;
        _length = width * height * channels;
        _values = values;
        _isRented = isRented;
    }

    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }

    public ReadOnlyMemory<float> Memory => _values.AsMemory(0, _length);

    public Span<float> Data => _values.AsSpan(0, _length);

    public int Pixels => Width * Height;

    /// <summary>An image in memory that was used before and holds what was in it; disposed, it lends it to the next. One that is not disposed is only not used again.</summary>
    public static FloatImage Rent(int width, int height, int channels) =>
        new(width, height, channels, ArrayPool<float>.Shared.Rent(width * height * channels), true);

    public Span<float> Row(int y) => Data.Slice(y * Width * Channels, Width * Channels);

    public Span<float> Pixel(int index) => Data.Slice(index * Channels, Channels);

    /// <summary>Gives rented memory back; the image is empty then.</summary>
    public void Dispose()
    {
        if (_isRented)
        {
            _isRented = false;
            ArrayPool<float>.Shared.Return(_values);
            _values = [];
        }
    }
}
