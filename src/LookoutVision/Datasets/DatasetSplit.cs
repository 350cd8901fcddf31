namespace LookoutVision.Datasets;

/// <summary>What a folder holds to learn from and to judge by.</summary>
/// <param name="Train">To learn from.</param>
/// <param name="Test">To judge by; null where the folder has no such part.</param>
public sealed record DatasetSplit(Dataset Train, Dataset? Test);
