namespace LookoutVision.Datasets;

/// <summary>One image of a dataset with what is known of it.</summary>
public sealed record DatasetEntry
{
    /// <summary>The image: a full path.</summary>
    public required string SourceRef { get; init; }

    /// <summary>Whether it is labelled anomalous; null where it has no label, and is then left out of training.</summary>
    public required bool? IsAnomalous { get; init; }

    /// <summary>The mask's full path; absent where there is none.</summary>
    public string? MaskRef { get; init; }

    /// <summary>
    /// The mask's colours, <c>#RRGGBB</c> in upper case, with the label each stands for; colours of the background are absent.
    /// </summary>
    public IReadOnlyDictionary<string, string> MaskLabels { get; init; } = EmptyLabels;

    /// <summary>What the image belongs to (a part's serial number); images of one group are never split between learning and judging.</summary>
    public string? Group { get; init; }

    /// <summary>The JSON line that it came by, where images are named by the URIs of a bucket; absent for images of a folder.</summary>
    internal string? Line { get; init; }

    /// <summary>When it came to the dataset; absent where it was not kept.</summary>
    internal DateTimeOffset? Added { get; init; }

    private static readonly Dictionary<string, string> EmptyLabels = [];
}
