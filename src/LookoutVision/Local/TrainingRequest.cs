namespace LookoutVision.Local;

/// <summary>What a version's training was told, kept until it is trained so that another process can do it.</summary>
internal sealed record TrainingRequest
{
    public int Seed { get; init; }

    public bool Resize { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }
}
