namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>
/// One Huffman table (ITU-T T.81, annex C and F.2.2.3). A look at the next bits gives code length, run, size
/// and, where code and value are short enough together, the value itself.
/// </summary>
internal sealed class HuffmanTable
{
    private const int LookBits = 10;
    private const int MaxLength = 16;

    private readonly byte[] _counts;
    private readonly byte[] _symbols;
    private readonly bool _isDc;
    private readonly int[] _longLimits = new int[MaxLength + 1];
    private readonly int[] _longOffsets = new int[MaxLength + 1];
    private int[]? _lookup;

    public HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols, bool isDc)
    {
        _counts = counts.ToArray();
        _symbols = symbols.ToArray();
        _isDc = isDc;
    }

    /// <summary>Builds the look-up on the table's first use: a file may define many that no scan asks for.</summary>
    public void Build()
    {
        if (_lookup is not null)
        {
            return;
        }

        var lookup = new int[1 << LookBits];
        var (code, index) = (0, 0);
        for (var length = 1; length <= MaxLength; length++, code <<= 1)
        {
            _longOffsets[length] = index - code;
            if (code + _counts[length - 1] > 1 << length)
            {
                throw JpegError.Damaged("a Huffman table has more codes than fit");
            }

            for (var i = 0; i < _counts[length - 1]; i++, code++, index++)
            {
                if (_isDc && _symbols[index] > 15)
                {
                    throw JpegError.Damaged("a DC Huffman table has a size above 15");
                }

                if (length <= LookBits)
                {
                    FillLookup(lookup, code, length, _symbols[index]);
                }
            }

            _longLimits[length] = code << (MaxLength - length);
        }

        _lookup = lookup;
    }

    /// <summary>
    /// The entry for the next bits, which lie at the top of <paramref name="bits"/>: bits to consume (0..7),
    /// run (8..11), size of a value still to be read (12..15), value (16..31).
    /// </summary>
    public int Look(ulong bits)
    {
        var entry = _lookup![(int)(bits >> (64 - LookBits))];
        return entry != 0 ? entry : LookLong((int)(bits >> (64 - MaxLength)));
    }

    private static void FillLookup(int[] lookup, int code, int length, int symbol)
    {
        var free = LookBits - length;
        var entries = lookup.AsSpan(code << free, 1 << free);
        var size = symbol & 15;
        if (size == 0 || size > free)
        {
            entries.Fill(Entry(length, symbol));
            return;
        }

        for (var i = 0; i < entries.Length; i++)
        {
            var value = Extend(i >> (free - size), size);
            entries[i] = (value << 16) | ((symbol >> 4) << 8) | (length + size);
        }
    }

    private static int Entry(int length, int symbol) => ((symbol & 15) << 12) | ((symbol >> 4) << 8) | length;

    /// <summary>The signed value of <paramref name="size"/> bits (T.81, F.2.2.1, EXTEND); 0 for a size of 0.</summary>
    public static int Extend(int bits, int size)
    {
        var half = (1 << size) >> 1;
        return bits + (((bits - half) >> 31) & (1 - (1 << size)));
    }

    private int LookLong(int bits)
    {
        for (var length = LookBits + 1; length <= MaxLength; length++)
        {
            if (bits < _longLimits[length])
            {
                var index = (bits >> (MaxLength - length)) + _longOffsets[length];
                return Entry(length, _symbols[index]);
            }
        }

        throw JpegError.Damaged("its image data holds a code that no table has");
    }
}
