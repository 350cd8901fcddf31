using LookoutVision.Engine;

namespace LookoutVision.Datasets;

/// <summary>Reads mask images as classes.</summary>
internal static class MaskReader
{
    public static LabelMap Read(DatasetEntry entry, IReadOnlyList<string> labels) => throw new NotImplementedException(entry.MaskRef + labels.Count);
}
