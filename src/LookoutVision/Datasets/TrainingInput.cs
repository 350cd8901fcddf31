using LookoutVision.Engine;
using LookoutVision.Engine.Training;

namespace LookoutVision.Datasets;

/// <summary>A project's datasets as the engine takes them. Pixels are read when they are asked for.</summary>
internal sealed record TrainingInput(
    IReadOnlyList<TrainingSample> Train, IReadOnlyList<TrainingSample> Test, IReadOnlyList<SegmentationLabel> Labels)
{
    private const int MaxLabels = 100;

    /// <summary>Images without a label are left out. The training dataset's masks decide which labels there are.</summary>
    public static TrainingInput From(Dataset train, Dataset test)
    {
        var labels = MaskLabels.Of(train);
        if (labels.Count > MaxLabels)
        {
            throw new ValidationException($"The masks of the training dataset have {labels.Count} labels.")
            {
                ResourceType = "DATASET",
                RecommendedAction = $"Use at most {MaxLabels} labels a project.",
            };
        }

        return new(ToSamples(train, labels), ToSamples(test, labels), labels);
    }

    private static List<TrainingSample> ToSamples(Dataset dataset, IReadOnlyList<SegmentationLabel> labels) =>
        [.. dataset.Entries.Where(e => e.IsAnomalous is not null).Select(e => ToSample(e, [.. labels.Select(l => l.Name)]))];

    private static TrainingSample ToSample(DatasetEntry entry, IReadOnlyList<string> labels) => new()
    {
        Name = entry.SourceRef,
        IsAnomalous = entry.IsAnomalous!.Value,
        LoadImage = () => ImageFile.DecodePhotograph(entry.SourceRef),
        LoadMask = labels.Count > 0 && entry.MaskRef is not null ? () => MaskReader.Read(entry, labels) : null,
        Group = entry.Group,
    };
}
