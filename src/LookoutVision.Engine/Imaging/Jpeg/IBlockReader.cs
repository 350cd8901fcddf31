namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>Reads the blocks of one kind of scan. Implemented by structs, so that the walk over the blocks is compiled for each.</summary>
internal interface IBlockReader
{
    /// <summary>Reads the next block of the scan, which lies at this block column and row of its component.</summary>
    void Read(ref BitReader bits, ScanComponent part, int column, int row);

    /// <summary>Forgets what runs on from block to block, at a restart marker.</summary>
    void Restart();
}
