namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>Reads one scan's share of the coefficients of a progressive image (ITU-T T.81, annex G).</summary>
internal struct ProgressiveBlockReader(JpegScan scan) : IBlockReader
{
    private readonly int _start = scan.Start;
    private readonly int _end = scan.End;
    private readonly int _low = scan.Low;
    private readonly bool _isFirst = scan.High == 0;

    // How many blocks, this one included, have nothing more in this scan's range.
    private int _endOfBandRun;

    public void Read(ref BitReader bits, ScanComponent part, int column, int row)
    {
        var component = part.Component;
        var index = (row * component.PaddedBlocksWide) + column;
        var block = component.Coefficients.AsSpan(index * JpegComponent.BlockLength, JpegComponent.BlockLength);
        if (_start == 0)
        {
            if (_isFirst)
            {
                ReadDcFirst(ref bits, part, block);
            }
            else if (bits.TakeBit())
            {
                block[0] |= (short)(1 << _low);
            }
        }
        else if (_isFirst)
        {
            ReadAcFirst(ref bits, part.Ac!, block);
        }
        else
        {
            RefineAc(ref bits, part.Ac!, block);
        }
    }

    public void Restart() => _endOfBandRun = 0;

    private readonly void ReadDcFirst(ref BitReader bits, ScanComponent part, Span<short> block)
    {
        bits.Fill();
        var code = part.Dc!.Look(bits.Bits);
        part.Predictor += code.ValueIn(bits.Bits);
        bits.Consume(code.Length);
        block[0] = (short)(part.Predictor << _low);
    }

    private void ReadAcFirst(ref BitReader bits, HuffmanTable table, Span<short> block)
    {
        if (_endOfBandRun > 0)
        {
            _endOfBandRun--;
            return;
        }

        var order = ZigZag.NaturalOrder;
        for (var k = _start; k <= _end; k++)
        {
            bits.Fill();
            var code = table.Look(bits.Bits);
            var value = code.ValueIn(bits.Bits);
            bits.Consume(code.Length);
            if (code.Size == 0)
            {
                if (code.Run != 15)
                {
                    _endOfBandRun = (1 << code.Run) - 1 + bits.Take(code.Run);
                    break;
                }

                k += 15;
                continue;
            }

            k += code.Run;
            if (k > _end)
            {
                throw JpegError.Damaged("a block of its image data has too many coefficients");
            }

            block[order[k]] = (short)(value << _low);
        }
    }

    private void RefineAc(ref BitReader bits, HuffmanTable table, Span<short> block)
    {
        var order = ZigZag.NaturalOrder;
        var step = (short)(1 << _low);
        var k = _start;
        for (; _endOfBandRun == 0 && k <= _end; k++)
        {
            bits.Fill();
            var code = table.Look(bits.Bits);
            var value = code.ValueIn(bits.Bits);
            bits.Consume(code.Length);
            var run = code.Run;
            if (code.Size == 0 && run != 15)
            {
                _endOfBandRun = (1 << run) + bits.Take(run);
                break;
            }

            if (value is < -1 or > 1)
            {
                throw JpegError.Damaged("a refinement of its image data is out of range");
            }

            // The run counts coefficients that are zero so far; those passed on the way are refined.
            for (; k <= _end; k++)
            {
                ref var coefficient = ref block[order[k]];
                if (coefficient != 0)
                {
                    Refine(ref bits, ref coefficient, step);
                }
                else if (--run < 0)
                {
                    coefficient = (short)(value * step);
                    break;
                }
            }
        }

        if (_endOfBandRun > 0)
        {
            for (; k <= _end; k++)
            {
                ref var coefficient = ref block[order[k]];
                if (coefficient != 0)
                {
                    Refine(ref bits, ref coefficient, step);
                }
            }

            _endOfBandRun--;
        }
    }

    private static void Refine(ref BitReader bits, ref short coefficient, short step)
    {
        if (bits.TakeBit() && (coefficient & step) == 0)
        {
            coefficient += coefficient > 0 ? step : (short)-step;
        }
    }
}
