using System.Buffers;
using System.Buffers.Binary;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>A frame header (SOF) and the memory of its components.</summary>
internal sealed class JpegFrame : IDisposable
{
    private JpegFrame(byte marker, int width, int height, int precision, JpegComponent[] components)
    {
        Marker = marker;
        Width = width;
        Height = height;
        Precision = precision;
        Components = components;
    }

    public byte Marker { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Bits a sample.</summary>
    public int Precision { get; }

    public JpegComponent[] Components { get; }

    public bool IsProgressive => Marker == JpegMarker.StartOfFrameProgressive;

    public int MaxHorizontal { get; private set; }

    public int MaxVertical { get; private set; }

    public int McusWide { get; private set; }

    public int McusHigh { get; private set; }

    public static JpegFrame Parse(byte marker, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 6 || payload.Length < 6 + (3 * payload[5]))
        {
            throw JpegError.Damaged("its frame header is too short");
        }

        int height = BinaryPrimitives.ReadUInt16BigEndian(payload[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(payload[3..]);
        if (width == 0)
        {
            throw JpegError.Damaged("its width is 0");
        }

        if (height == 0)
        {
            throw JpegError.Unsupported("a JPEG that states its height only after its first scan (DNL)");
        }

        var components = new JpegComponent[payload[5]];
        for (var i = 0; i < components.Length; i++)
        {
            var entry = payload.Slice(6 + (3 * i), 3);
            components[i] = new JpegComponent(entry[0], entry[1] >> 4, entry[1] & 15, entry[2]);
        }

        return new JpegFrame(marker, width, height, payload[0], components);
    }

    /// <summary>Refuses what cannot be decoded and lays out the components.</summary>
    public void Prepare()
    {
        JpegFrameSupport.Check(this);
        MaxHorizontal = Components.Max(component => component.Horizontal);
        MaxVertical = Components.Max(component => component.Vertical);
        McusWide = JpegComponent.CeilingDivide(Width, MaxHorizontal * JpegComponent.BlockSize);
        McusHigh = JpegComponent.CeilingDivide(Height, MaxVertical * JpegComponent.BlockSize);
        foreach (var component in Components)
        {
            component.Measure(this);
        }
    }

    /// <summary>Takes the memory, unless the file is too short to hold an image of this size at all.</summary>
    public void Allocate(int bytesLeft)
    {
        if (Components[0].Samples.Length > 0)
        {
            return;
        }

        // A block costs at least a one-bit DC code, and in a sequential scan a one-bit end of block as well.
        var blocksPerByte = IsProgressive ? 8 : 4;
        var blocks = Components.Sum(component => (long)component.BlocksWide * component.BlocksHigh);
        if (blocks / blocksPerByte > bytesLeft)
        {
            throw JpegError.CutOff($"after its header: too short for {Width} x {Height} pixels");
        }

        foreach (var component in Components)
        {
            var length = component.PaddedBlocks * JpegComponent.BlockLength;
            component.Samples = ArrayPool<byte>.Shared.Rent(length);
            if (IsProgressive)
            {
                component.Coefficients = ArrayPool<short>.Shared.Rent(length);
                component.Coefficients.AsSpan(0, length).Clear();
            }
        }
    }

    public void Dispose()
    {
        foreach (var component in Components)
        {
            if (component.Samples.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(component.Samples);
                component.Samples = [];
            }

            if (component.Coefficients.Length > 0)
            {
                ArrayPool<short>.Shared.Return(component.Coefficients);
                component.Coefficients = [];
            }
        }
    }
}
