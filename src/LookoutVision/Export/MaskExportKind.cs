namespace LookoutVision.Export;

/// <summary>What is written for an image.</summary>
public enum MaskExportKind
{
    /// <summary>The mask as it is.</summary>
    Mask,

    /// <summary>The mask blended on the photograph.</summary>
    Overlay,

    /// <summary>Both files.</summary>
    Both,

    /// <summary>How anomalous each place is, in colours on the photograph; of any model, also one that only classifies.</summary>
    Heatmap,
}
