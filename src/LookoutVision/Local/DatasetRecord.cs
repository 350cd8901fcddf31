namespace LookoutVision.Local;

/// <summary>What <c>dataset.json</c> holds, beside the manifest with the images.</summary>
internal sealed record DatasetRecord
{
    public required DateTimeOffset CreationTimestamp { get; init; }

    public required DateTimeOffset LastUpdatedTimestamp { get; init; }

    /// <summary>Whether it was changed since it was made.</summary>
    public bool IsUpdated { get; init; }
}
