using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>One Huffman table (ITU-T T.81, annex C and F.2.2.3): short codes by one look-up, long ones by their range.</summary>
internal sealed class HuffmanTable
{
    private const int LookBits = 10;
    private const int MaxLength = 16;

    private readonly byte[] _counts;
    private readonly byte[] _symbols;
    private readonly bool _isDc;
    private readonly int[] _longLimits = new int[MaxLength + 1];
    private readonly int[] _longOffsets = new int[MaxLength + 1];
    private readonly HuffmanCode[] _lookup = new HuffmanCode[1 << LookBits];
    private bool _isBuilt;

    public HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols, bool isDc)
    {
        _counts = counts.ToArray();
        _symbols = symbols.ToArray();
        _isDc = isDc;
    }

    /// <summary>Builds the look-up on the table's first use: a file may define many that no scan asks for.</summary>
    public void Build()
    {
        if (_isBuilt)
        {
            return;
        }

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
                    var free = LookBits - length;
                    _lookup.AsSpan(code << free, 1 << free).Fill(new HuffmanCode(length, _symbols[index]));
                }
            }

            _longLimits[length] = code << (MaxLength - length);
        }

        _isBuilt = true;
    }

    /// <summary>The code at the top of <paramref name="bits"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public HuffmanCode Look(ulong bits)
    {
        // The shift leaves no index outside the look-up.
        var code = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_lookup), (nint)(bits >> (64 - LookBits)));
        return code.Packed != 0 ? code : LookLong((int)(bits >> (64 - MaxLength)));
    }

    private HuffmanCode LookLong(int bits)
    {
        for (var length = LookBits + 1; length <= MaxLength; length++)
        {
            if (bits < _longLimits[length])
            {
                return new HuffmanCode(length, _symbols[(bits >> (MaxLength - length)) + _longOffsets[length]]);
            }
        }

        throw JpegError.Damaged("its image data holds a code that no table has");
    }
}
