namespace LookoutVision;

/// <summary>A run over many images that lie in Amazon S3, on machines that are there for that run alone.</summary>
public sealed record BatchDetection
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The state it is in.</summary>
    public required BatchDetectionStatus Status { get; init; }

    /// <summary>Why it failed; absent where it did not.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>The model that judges; absent in a list.</summary>
    public string? ModelName { get; init; }

    /// <summary><c>image/jpeg</c> or <c>image/png</c>: a run takes images of one kind; absent in a list.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where the images are: a folder, or a list of them; absent in a list.</summary>
    public string? InputUri { get; init; }

    /// <summary>Where the results are; absent in a list.</summary>
    public string? OutputUri { get; init; }

    /// <summary>What it runs on, such as <c>ml.c5.2xlarge</c>; absent in a list.</summary>
    public string? InstanceType { get; init; }

    /// <summary>How many of these; absent in a list.</summary>
    public int? InstanceCount { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset CreationTimestamp { get; init; }

    /// <summary>When it ended; absent until then.</summary>
    public DateTimeOffset? EndTimestamp { get; init; }

    /// <summary>Name and state.</summary>
    public override string ToString() => $"{Name} ({Status})";
}
