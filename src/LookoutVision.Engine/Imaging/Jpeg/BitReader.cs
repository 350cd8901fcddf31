using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>
/// Reads entropy-coded data bit by bit, first bit highest, with stuffed zero bytes taken out. A marker or the
/// end of the data is followed by zero bits, and <see cref="Overrun"/> tells when one of those was consumed.
/// </summary>
internal ref struct BitReader(ReadOnlySpan<byte> data, int position)
{
    /// <summary>The fewest bits there are after <see cref="Fill()"/>: a code of 16 and a value of 15.</summary>
    public const int Filled = 32;

    // Some cameras fill up the data to a multiple of their bus before the marker.
    private const int MaxBytesLeft = 16;

    private readonly ReadOnlySpan<byte> _data = data;
    private int _position = position;
    private int _padded;

    /// <summary>The next bits, from the highest down.</summary>
    public ulong Bits;

    /// <summary>How many of <see cref="Bits"/> count.</summary>
    public int Count;

    public readonly bool Overrun => Count < _padded;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill() => Fill(ref Bits, ref Count);

    /// <summary>Fills copies of <see cref="Bits"/> and <see cref="Count"/> that a loop keeps in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(ref ulong bits, ref int count)
    {
        if (count >= Filled)
        {
            return;
        }

        if (_position <= _data.Length - 8)
        {
            var next = BinaryPrimitives.ReadUInt64BigEndian(_data[_position..]);
            var holdsFf = (~next - 0x0101010101010101) & next & 0x8080808080808080;
            if (holdsFf == 0)
            {
                // The bits that do not count yet are the ones the next fill puts in the same place.
                bits |= next >> count;
                var bytes = (63 - count) >> 3;
                _position += bytes;
                count += bytes << 3;
                return;
            }
        }

        (Bits, Count) = (bits, count);
        FillByBytes();
        (bits, count) = (Bits, Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Consume(int count)
    {
        Bits <<= count;
        Count -= count;
    }

    /// <summary>The next <paramref name="count"/> bits (at most 16), after a fill.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(int count)
    {
        var value = (int)((Bits >> 1) >> (63 - count));
        Consume(count);
        return value;
    }

    /// <summary>Fills and takes one bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeBit()
    {
        Fill();
        var bit = (long)Bits < 0;
        Consume(1);
        return bit;
    }

    /// <summary>Ends an interval: gives the position of the marker behind it, or of the end of the data.</summary>
    public int End()
    {
        var left = (Count - _padded) >> 3;
        while (_position < _data.Length && !(_data[_position] == 0xFF && FollowingByte() != 0))
        {
            _position++;
            left++;
        }

        if (left > MaxBytesLeft)
        {
            throw JpegError.Damaged("its image data goes on behind the last block");
        }

        (Bits, Count, _padded) = (0, 0, 0);
        return _position;
    }

    /// <summary>Goes over the restart marker of this number, 0 to 7.</summary>
    public void Restart(int number)
    {
        var at = End();
        while (at < _data.Length && _data[at] == 0xFF)
        {
            at++;
        }

        if (at == _data.Length)
        {
            throw JpegError.CutOff("in its image data");
        }

        if (_data[at] != JpegMarker.Restart0 + number)
        {
            throw JpegError.Damaged($"restart marker {number} is missing");
        }

        _position = at + 1;
    }

    private void FillByBytes()
    {
        for (; Count <= 56; Count += 8)
        {
            if (_position == _data.Length)
            {
                _padded += 8;
                continue;
            }

            var next = _data[_position];
            if (next == 0xFF)
            {
                if (FollowingByte() != 0)
                {
                    _padded += 8;
                    continue;
                }

                _position++;
            }

            _position++;
            Bits |= (ulong)next << (56 - Count);
        }
    }

    /// <summary>The byte behind the current one; at the end of the data one that is no stuffing.</summary>
    private readonly int FollowingByte() => _position + 1 < _data.Length ? _data[_position + 1] : -1;
}
