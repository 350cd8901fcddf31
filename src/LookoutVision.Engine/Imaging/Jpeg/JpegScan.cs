namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>A scan header (SOS), checked against its frame.</summary>
internal sealed class JpegScan
{
    // The most blocks in an MCU (ITU-T T.81, B.2.3).
    private const int MaxBlocksInMcu = 10;

    private JpegScan(ScanComponent[] components, int start, int end, int high, int low)
    {
        Components = components;
        Start = start;
        End = end;
        High = high;
        Low = low;
    }

    public ScanComponent[] Components { get; }

    /// <summary>First coefficient, in zigzag order.</summary>
    public int Start { get; }

    /// <summary>Last coefficient, in zigzag order.</summary>
    public int End { get; }

    /// <summary>Bit position down to which the coefficients are known before this scan; 0 for a first scan.</summary>
    public int High { get; }

    /// <summary>Bit position down to which they are known after it.</summary>
    public int Low { get; }

    public static JpegScan Parse(ReadOnlySpan<byte> payload, JpegFrame frame, JpegTables tables)
    {
        if (payload.IsEmpty || payload.Length < 4 + (2 * payload[0]) || payload[0] is 0 or > 4)
        {
            throw JpegError.Damaged("a scan header is malformed");
        }

        int count = payload[0];
        var tail = payload[(1 + (2 * count))..];
        var (start, end, high, low) = frame.IsProgressive
            ? (tail[0], tail[1], tail[2] >> 4, tail[2] & 15)
            : (0, JpegComponent.BlockLength - 1, 0, 0);
        if (frame.IsProgressive && (end > 63 || low > 13 || (start == 0 ? end != 0 : end < start || count > 1)))
        {
            throw JpegError.Damaged("a scan's range of coefficients is malformed");
        }

        var components = new ScanComponent[count];
        for (var i = 0; i < count; i++)
        {
            var id = payload[1 + (2 * i)];
            var selectors = payload[2 + (2 * i)];
            var component = frame.Components.FirstOrDefault(component => component.Id == id)
                ?? throw JpegError.Damaged($"a scan names component {id}, which the frame has not");
            if (components.Take(i).Any(other => other.Component == component))
            {
                throw JpegError.Damaged($"a scan names component {id} twice");
            }

            MarkKnown(component, start, end, high, low);
            component.Quantization ??= tables.Quantization(component.QuantizationIndex);
            components[i] = new ScanComponent(
                component,
                start == 0 && high == 0 ? tables.Dc(selectors >> 4) : null,
                end > 0 ? tables.Ac(selectors & 15) : null);
        }

        if (count > 1 && components.Sum(part => part.Component.Horizontal * part.Component.Vertical) > MaxBlocksInMcu)
        {
            throw JpegError.Damaged($"a scan has more than {MaxBlocksInMcu} blocks in a unit");
        }

        return new JpegScan(components, start, end, high, low);
    }

    /// <summary>Each scan must take up where those before it left its coefficients; a repeated one is refused.</summary>
    private static void MarkKnown(JpegComponent component, int start, int end, int high, int low)
    {
        foreach (ref var known in component.KnownTo.AsSpan(start..(end + 1)))
        {
            var fits = known < 0 ? high == 0 : high == known && low == high - 1;
            if (!fits)
            {
                throw JpegError.Damaged("a scan repeats or leaves out a part of the image");
            }

            known = (sbyte)low;
        }

        if (start > 0 && component.KnownTo[0] < 0)
        {
            throw JpegError.Damaged("a scan of details comes before the scan they refine");
        }
    }
}
