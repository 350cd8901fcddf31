using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        var code = part.Dc!.Look(bits.Bits);
        part.Predictor += code.ValueIn(bits.Bits);
        bits.Consume(code.Length);
        block[0] = (short)part.Predictor;
    }

    /// <summary>Reads the 63 others; gives the zigzag index of the last one that is stored, or 0.</summary>
    private static int ReadAc(ref BitReader bits, HuffmanTable table, Span<short> block)
    {
        ref var order = ref MemoryMarshal.GetReference(ZigZag.NaturalOrder);
        ref var coefficients = ref MemoryMarshal.GetReference(block[..JpegComponent.BlockLength]);
        var (buffer, count) = (bits.Bits, bits.Count);
        var last = 0;
        for (var k = 1; k < JpegComponent.BlockLength; k++)
        {
            bits.Fill(ref buffer, ref count);
            var code = table.Look(buffer);
            if (code.Size != 0)
            {
                // At most 63 + 15, for which the order has entries too.
                k += code.Run;
                Unsafe.Add(ref coefficients, (nint)Unsafe.Add(ref order, k)) = (short)code.ValueIn(buffer);
                last = k;
            }
            else if (code.Run == 15)
            {
                k += 15;
            }
            else
            {
                k = JpegComponent.BlockLength;
            }

            buffer <<= code.Length;
            count -= code.Length;
        }

        (bits.Bits, bits.Count) = (buffer, count);
        if (last >= JpegComponent.BlockLength)
        {
            throw JpegError.Damaged("a block of its image data has more than 64 coefficients");
        }

        return last;
    }
}
