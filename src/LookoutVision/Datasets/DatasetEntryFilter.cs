namespace LookoutVision.Datasets;

/// <summary>Which images of a dataset are listed: those that meet all that is set.</summary>
internal sealed record DatasetEntryFilter
{
    /// <summary>Only those with a label, or only those without.</summary>
    public bool? Labeled { get; init; }

    /// <summary>Only those labelled anomalous, or only those labelled normal.</summary>
    public bool? IsAnomalous { get; init; }

    /// <summary>Only those that came to the dataset before.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Only those that came to the dataset after.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Only those whose <c>source-ref</c> contains the text.</summary>
    public string? SourceRefContains { get; init; }
}
