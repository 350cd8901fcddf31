using System.Buffers.Binary;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>The tables and settings that segments between the scans replace.</summary>
internal sealed class JpegTables
{
    private const int Slots = 4;

    private readonly int[]?[] _quantization = new int[Slots][];
    private readonly HuffmanTable?[] _dc = new HuffmanTable[Slots];
    private readonly HuffmanTable?[] _ac = new HuffmanTable[Slots];

    /// <summary>MCUs between two restart markers; 0 for none.</summary>
    public int RestartInterval { get; private set; }

    public int[] Quantization(int index) =>
        (index < Slots ? _quantization[index] : null)
        ?? throw JpegError.Damaged($"quantisation table {index} is missing");

    public HuffmanTable Dc(int index) => Huffman(_dc, index, "DC", StandardHuffmanTables.Dc);

    public HuffmanTable Ac(int index) => Huffman(_ac, index, "AC", StandardHuffmanTables.Ac);

    public void ReadQuantization(ReadOnlySpan<byte> payload)
    {
        while (!payload.IsEmpty)
        {
            var (wide, index) = (payload[0] >> 4, payload[0] & 15);
            var length = 1 + (JpegComponent.BlockLength * (wide + 1));
            if (wide > 1 || index >= Slots || payload.Length < length)
            {
                throw JpegError.Damaged("a quantisation table is malformed");
            }

            var table = new int[JpegComponent.BlockLength];
            for (var i = 0; i < table.Length; i++)
            {
                table[ZigZag.NaturalOrder[i]] = wide == 1
                    ? BinaryPrimitives.ReadUInt16BigEndian(payload[(1 + (2 * i))..])
                    : payload[1 + i];
            }

            _quantization[index] = table;
            payload = payload[length..];
        }
    }

    public void ReadHuffman(ReadOnlySpan<byte> payload)
    {
        while (!payload.IsEmpty)
        {
            var (kind, index) = (payload[0] >> 4, payload[0] & 15);
            if (kind > 1 || index >= Slots || payload.Length < 17)
            {
                throw JpegError.Damaged("a Huffman table is malformed");
            }

            var counts = payload.Slice(1, 16);
            var symbols = 0;
            foreach (var count in counts)
            {
                symbols += count;
            }

            if (symbols > 256 || payload.Length < 17 + symbols)
            {
                throw JpegError.Damaged("a Huffman table is malformed");
            }

            var table = new HuffmanTable(counts, payload.Slice(17, symbols), isDc: kind == 0);
            (kind == 0 ? _dc : _ac)[index] = table;
            payload = payload[(17 + symbols)..];
        }
    }

    public void ReadRestartInterval(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 2)
        {
            throw JpegError.Damaged("its restart interval is malformed");
        }

        RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(payload);
    }

    private static HuffmanTable Huffman(HuffmanTable?[] tables, int index, string kind, Func<int, HuffmanTable> standard)
    {
        if (index >= Slots || (tables[index] is null && index > 1))
        {
            throw JpegError.Damaged($"{kind} Huffman table {index} is missing");
        }

        var table = tables[index] ??= standard(index);
        table.Build();
        return table;
    }
}
