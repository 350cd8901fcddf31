namespace LookoutVision;

/// <summary>What is known of one project: one kind of part under one camera.</summary>
public sealed record ProjectDescription
{
    /// <summary>The project's name.</summary>
    public required string ProjectName { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreationTimestamp { get; init; }

    /// <summary>Its datasets, at most one of each type.</summary>
    public IReadOnlyList<DatasetDescription> Datasets { get; init => field = new ReadableList<DatasetDescription>(value); } = new ReadableList<DatasetDescription>([]);

    /// <summary>The project's Amazon Resource Name; absent on hosts that have none.</summary>
    public string? ProjectArn { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => ProjectName;
}
