namespace LookoutVision.Batch;

/// <summary>How a batch is worked through.</summary>
public sealed record BatchOptions
{
    /// <summary>Images worked on at once, at most 1,024; 0: the inference units that the model was started with at most, or where none were named, one per processor core.</summary>
    public int ThrottleLimit { get; init; }

    /// <summary>Whether results come as they are ready; otherwise in the order of the images.</summary>
    public bool Unordered { get; init; }

    /// <summary>How long the whole batch may take, waiting for images included; absent: for ever.</summary>
    public TimeSpan? TimeLimit { get; init; }
}
