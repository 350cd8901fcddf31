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
}
