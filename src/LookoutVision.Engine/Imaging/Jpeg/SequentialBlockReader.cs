namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>Reads blocks of a baseline or extended sequential scan (ITU-T T.81, F.2) and writes their samples at once.</summary>
internal readonly struct SequentialBlockReader : IBlockReader
{
    private readonly short[] _block = new short[JpegComponent.BlockLength];

    public SequentialBlockReader()
    {
    }

    public void Read(ref BitReader bits, ScanComponent part, int column, int row)
    {
        var component = part.Component;
        var block = _block.AsSpan();
        ReadDc(ref bits, part, block);
        var last = ReadAc(ref bits, part.Ac!, block);
        var offset = (row * JpegComponent.BlockSize * component.Stride) + (column * JpegComponent.BlockSize);
        var samples = component.Samples.AsSpan(offset);
        if (last == 0)
        {
            InverseDct.TransformDc(block[0], component.Quantization!, samples, component.Stride);
            block[0] = 0;
        }
        else
        {
            InverseDct.Transform(block, component.Quantization!, samples, component.Stride);
            block.Clear();
        }
    }

    public void Restart()
    {
    }

    private static void ReadDc(ref BitReader bits, ScanComponent part, Span<short> block)
    {
        bits.Fill();
        var entry = part.Dc!.Look(bits.Bits);
        bits.Consume(entry & 0xFF);
        var size = (entry >> 12) & 15;
        var difference = size == 0 ? entry >> 16 : HuffmanTable.Extend(bits.Take(size), size);
        part.Predictor += difference;
        block[0] = (short)part.Predictor;
    }

    /// <summary>Reads the 63 others; gives the zigzag index of the last one that is not zero, or 0.</summary>
    private static int ReadAc(ref BitReader bits, HuffmanTable table, Span<short> block)
    {
        var order = ZigZag.NaturalOrder;
        var last = 0;
        for (var k = 1; k < JpegComponent.BlockLength; k++)
        {
            bits.Fill();
            var entry = table.Look(bits.Bits);
            bits.Consume(entry & 0xFF);
            var run = (entry >> 8) & 15;
            var value = entry >> 16;
            if (value == 0)
            {
                var size = (entry >> 12) & 15;
                if (size == 0)
                {
                    if (run != 15)
                    {
                        break;
                    }

                    k += 15;
                    continue;
                }

                value = HuffmanTable.Extend(bits.Take(size), size);
            }

            k += run;
            block[order[k]] = (short)value;
            last = k;
        }

        if (last >= JpegComponent.BlockLength)
        {
            throw JpegError.Damaged("a block of its image data has more than 64 coefficients");
        }

        return last;
    }
}
