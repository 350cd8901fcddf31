namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>Goes over the blocks of a scan in the order in which they are stored (ITU-T T.81, A.2).</summary>
internal ref struct ScanWalker<TReader>(ReadOnlySpan<byte> data, int position, JpegFrame frame, JpegScan scan, int restartInterval)
    where TReader : struct, IBlockReader
{
    private BitReader _bits = new(data, position);
    private readonly int _restartInterval = restartInterval;
    private int _untilRestart = restartInterval;
    private int _restarts;

    /// <summary>Reads all blocks; gives the position of the marker behind them.</summary>
    public int Walk(TReader reader)
    {
        if (scan.Components.Length == 1)
        {
            WalkOne(ref reader, scan.Components[0]);
        }
        else
        {
            WalkInterleaved(ref reader);
        }

        return _bits.End();
    }

    private void WalkOne(ref TReader reader, ScanComponent part)
    {
        for (var row = 0; row < part.Component.BlocksHigh; row++)
        {
            for (var column = 0; column < part.Component.BlocksWide; column++)
            {
                CountDown(ref reader);
                Read(ref reader, part, column, row);
            }
        }
    }

    private void WalkInterleaved(ref TReader reader)
    {
        for (var mcuRow = 0; mcuRow < frame.McusHigh; mcuRow++)
        {
            for (var mcuColumn = 0; mcuColumn < frame.McusWide; mcuColumn++)
            {
                CountDown(ref reader);
                foreach (var part in scan.Components)
                {
                    var (wide, high) = (part.Component.Horizontal, part.Component.Vertical);
                    for (var i = 0; i < wide * high; i++)
                    {
                        Read(ref reader, part, (mcuColumn * wide) + (i % wide), (mcuRow * high) + (i / wide));
                    }
                }
            }
        }
    }

    private void Read(ref TReader reader, ScanComponent part, int column, int row)
    {
        reader.Read(ref _bits, part, column, row);
        if (_bits.Overrun)
        {
            throw JpegError.CutOff("or damaged in its image data");
        }
    }

    private void CountDown(ref TReader reader)
    {
        if (_restartInterval == 0)
        {
            return;
        }

        if (_untilRestart == 0)
        {
            _bits.Restart(_restarts++ & 7);
            _untilRestart = _restartInterval;
            reader.Restart();
            foreach (var part in scan.Components)
            {
                part.Predictor = 0;
            }
        }

        _untilRestart--;
    }
}
