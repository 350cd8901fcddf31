namespace LookoutVision.Datasets;

/// <summary>What becomes of the references of a manifest.</summary>
internal enum ManifestPaths
{
    /// <summary>They are found on this machine, relative to the manifest's folder, and must be there.</summary>
    Found,

    /// <summary>They are full paths already and are not looked at.</summary>
    AsWritten,
}
