namespace LookoutVision.Engine.Numerics;

/// <summary>Floats of an image or a grid, channels interleaved: value (x, y, c) is at ((y * Width) + x) * Channels + c.</summary>
internal sealed class FloatImage
{
    public FloatImage(int width, int height, int channels, float[]? data = null)
    {
        Width = width;
        Height = height;
        Channels = channels;
        Data = data ?? new float[width * height * channels];
    }

    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }

    public float[] Data { get; }

    public int Pixels => Width * Height;

    public Span<float> Row(int y) => Data.AsSpan(y * Width * Channels, Width * Channels);

    public Span<float> Pixel(int index) => Data.AsSpan(index * Channels, Channels);
}
