namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>A component in one scan, with the tables the scan selects.</summary>
internal sealed class ScanComponent(JpegComponent component, HuffmanTable? dc, HuffmanTable? ac)
{
    public JpegComponent Component { get; } = component;

    public HuffmanTable? Dc { get; } = dc;

    public HuffmanTable? Ac { get; } = ac;

    /// <summary>The DC value of the block before, as the next one states only the difference.</summary>
    public int Predictor { get; set; }
}
