namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>One component (Y, Cb, Cr...) of a frame: its geometry, its quantisation table and its samples.</summary>
internal sealed class JpegComponent(byte id, int horizontal, int vertical, int quantizationIndex)
{
    public const int BlockSize = 8;

    public const int BlockLength = BlockSize * BlockSize;

    public byte Id { get; } = id;

    /// <summary>Horizontal sampling factor, 1 to 4.</summary>
    public int Horizontal { get; } = horizontal;

    /// <summary>Vertical sampling factor, 1 to 4.</summary>
    public int Vertical { get; } = vertical;

    public int QuantizationIndex { get; } = quantizationIndex;

    /// <summary>Samples a row that belong to the image.</summary>
    public int Width { get; private set; }

    /// <summary>Rows of samples that belong to the image.</summary>
    public int Height { get; private set; }

    /// <summary>Blocks a row that a scan of this component alone has.</summary>
    public int BlocksWide { get; private set; }

    public int BlocksHigh { get; private set; }

    /// <summary>Blocks a row with those that only fill up the last MCU of an interleaved scan.</summary>
    public int PaddedBlocksWide { get; private set; }

    public int PaddedBlocksHigh { get; private set; }

    /// <summary>Distance between two rows of <see cref="Samples"/>.</summary>
    public int Stride => PaddedBlocksWide * BlockSize;

    public int PaddedBlocks => PaddedBlocksWide * PaddedBlocksHigh;

    /// <summary>Decoded samples; longer than needed, as it is rented.</summary>
    public byte[] Samples { get; set; } = [];

    /// <summary>Coefficients of a progressive image, in natural order, 64 a block; rented.</summary>
    public short[] Coefficients { get; set; } = [];

    /// <summary>Quantisation table in natural order, as it stood when the component's first scan began.</summary>
    public int[]? Quantization { get; set; }

    /// <summary>For each coefficient in zigzag order the bit position down to which it is known; -1 before its first scan.</summary>
    public sbyte[] KnownTo { get; } = Enumerable.Repeat((sbyte)-1, BlockLength).ToArray();

    public void Measure(JpegFrame frame)
    {
        Width = CeilingDivide(frame.Width * Horizontal, frame.MaxHorizontal);
        Height = CeilingDivide(frame.Height * Vertical, frame.MaxVertical);
        BlocksWide = CeilingDivide(Width, BlockSize);
        BlocksHigh = CeilingDivide(Height, BlockSize);
        PaddedBlocksWide = frame.McusWide * Horizontal;
        PaddedBlocksHigh = frame.McusHigh * Vertical;
    }

    public static int CeilingDivide(int value, int divisor) => (value + divisor - 1) / divisor;
}
