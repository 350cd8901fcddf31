namespace LookoutVision.Datasets;

/// <summary>Images with labels, in a fixed order.</summary>
/// <param name="Entries">The images.</param>
public sealed record Dataset(IReadOnlyList<DatasetEntry> Entries);
