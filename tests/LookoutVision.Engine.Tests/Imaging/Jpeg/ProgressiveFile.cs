namespace LookoutVision.Engine.Tests.Imaging.Jpeg;

/// <summary>Builds a grey progressive JPEG scan by scan; each scan says that all of its coefficients are zero.</summary>
internal sealed class ProgressiveFile
{
    private readonly List<byte> _bytes = [0xFF, 0xD8];

    public ProgressiveFile(int width, int height)
    {
        Add(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Add(0xC2, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);

        // One code of one bit: a DC difference of zero, and the end of a block.
        byte[] counts = [1, .. new byte[15]];
        Add(0xC4, [0x00, .. counts, 0]);
        Add(0xC4, [0x10, .. counts, 0]);
    }

    public ProgressiveFile Scan(int start, int end, int high, int low)
    {
        Add(0xDA, [1, 1, 0, (byte)start, (byte)end, (byte)((high << 4) | low)]);
        _bytes.Add(0x7F);
        return this;
    }

    public byte[] End() => [.. _bytes, 0xFF, 0xD9];

    private void Add(byte marker, byte[] payload) =>
        _bytes.AddRange([0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload]);
}
