namespace LookoutVision.Local;

/// <summary>What <c>project.json</c> holds.</summary>
internal sealed record ProjectRecord
{
    public const int CurrentFormat = 1;

    public int FormatVersion { get; init; } = CurrentFormat;

    public required string ProjectName { get; init; }

    public required DateTimeOffset CreationTimestamp { get; init; }

    /// <summary>The highest version that was deleted, so that no number is given twice.</summary>
    public int LastDeletedVersion { get; init; }
}
