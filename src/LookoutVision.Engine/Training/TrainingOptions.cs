namespace LookoutVision.Engine.Training;

/// <summary>What a training can be told.</summary>
public sealed record TrainingOptions
{
    /// <summary>The seed of every random choice; the same samples and seed give the same model file, whatever the number of threads.</summary>
    public int Seed { get; init; }

    /// <summary>The anomaly types of the masks: class k of a <see cref="LabelMap"/> is the k-th from 1. Empty: classification only.</summary>
    public IReadOnlyList<SegmentationLabel> Labels { get; init; } = [];

    /// <summary>Whether images of several sizes are brought to one; otherwise they are an error, as in the service.</summary>
    public bool Resize { get; init; }

    /// <summary>Threads at most; 0 for all cores.</summary>
    public int MaxDegreeOfParallelism { get; init; }
}
