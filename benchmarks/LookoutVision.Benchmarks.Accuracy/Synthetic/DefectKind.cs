namespace LookoutVision.Benchmarks.Accuracy.Synthetic;

/// <summary>What is painted on a photograph of a sound part.</summary>
internal enum DefectKind
{
    /// <summary>A soft-edged ellipse, brighter or darker and a little off in colour.</summary>
    Blob,

    /// <summary>A straight thin line, brighter or darker.</summary>
    Scratch,

    /// <summary>A turned piece of another place of the part (CutPaste, Li et al. 2021).</summary>
    CutPaste,
}
