namespace LookoutVision;

/// <summary>What is known of one dataset of a project.</summary>
public sealed record DatasetDescription
{
    /// <summary>The project it belongs to.</summary>
    public required string ProjectName { get; init; }

    /// <summary>What it is for.</summary>
    public required DatasetType DatasetType { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreationTimestamp { get; init; }

    /// <summary>When its images or labels were last changed.</summary>
    public DateTimeOffset LastUpdatedTimestamp { get; init; }

    /// <summary>The state it is in.</summary>
    public DatasetStatus Status { get; init; } = DatasetStatus.CreateComplete;

    /// <summary>The state in words; absent where there is nothing to say.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>Images in all.</summary>
    public int TotalImages { get; init; }

    /// <summary>Images with a label.</summary>
    public int LabeledImages { get; init; }

    /// <summary>Images labelled normal.</summary>
    public int NormalImages { get; init; }

    /// <summary>Images labelled anomaly.</summary>
    public int AnomalousImages { get; init; }

    /// <summary>What it is for and how large it is: <c>Train: 63 images</c>.</summary>
    public override string ToString() => $"{DatasetType}: {TotalImages} images";
}
