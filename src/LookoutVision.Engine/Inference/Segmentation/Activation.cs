namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>A layer's output: interleaved floats inside a border of one pixel of zeros, so that a 3x3 window fits over every pixel.</summary>
internal sealed class Activation(int width, int height, int channels)
{
    public int Width => width;

    public int Height => height;

    public int Channels => channels;

    /// <summary>Floats from row to row.</summary>
    public int Stride { get; } = (width + 2) * channels;

    public float[] Data { get; } = new float[(width + 2) * (height + 2) * channels];

    /// <summary>The pixels of row y without the border.</summary>
    public Span<float> Row(int y) => Data.AsSpan(Offset(y), width * channels);

    /// <summary>Where row y begins, border left out.</summary>
    public int Offset(int y) => ((y + 1) * Stride) + channels;

    public Activation Like() => new(width, height, channels);
}
