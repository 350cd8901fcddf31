using System.Runtime.CompilerServices;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>
/// What a code says, packed for the look-up: bits of code and value together (0..7), run of zeros (8..11), size of
/// the value (12..15), and what is added to a value whose first bit is 0 (16..31).
/// </summary>
internal readonly struct HuffmanCode(int packed)
{
    private readonly int _packed = packed;

    public HuffmanCode(int length, int symbol)
        : this(((1 - (1 << (symbol & 15))) << 16) | ((symbol & 15) << 12) | ((symbol >> 4) << 8) | (length + (symbol & 15)))
    {
    }

    public int Packed => _packed;

    /// <summary>Bits of the code and of the value behind it.</summary>
    public int Length => _packed & 0xFF;

    public int Run => (_packed >> 8) & 15;

    /// <summary>Bits of the value.</summary>
    public int Size => (_packed >> 12) & 15;

    /// <summary>The signed value behind the code (T.81, F.2.2.1, EXTEND), without a branch; 0 for a size of 0.</summary>
    /// <param name="bits">The bits from the code on, at the top.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ValueIn(ulong bits)
    {
        var value = bits << (Length - Size);
        var ifNegative = (int)(~(long)value >> 63);
        return (int)((value >> 1) >> (63 - Size)) + (ifNegative & (_packed >> 16));
    }
}
