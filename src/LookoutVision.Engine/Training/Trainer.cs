namespace LookoutVision.Engine.Training;

/// <summary>Learns a model from images.</summary>
public static class Trainer
{
    /// <summary>The fewest normal images that can be learned from.</summary>
    public const int MinNormalImages = 10;

    /// <summary>Trains on labelled images; normal ones alone suffice.</summary>
    /// <param name="samples">To learn from.</param>
    /// <param name="testSamples">To judge by, and to choose the threshold on; empty: cross-validation on <paramref name="samples"/>.</param>
    /// <param name="options">Seed, labels, limits.</param>
    /// <param name="progress">Told on any thread; absent: nobody is told.</param>
    /// <param name="cancellationToken">Stops the work within a second.</param>
    /// <exception cref="TrainingException">The samples cannot be trained on.</exception>
    public static TrainingResult Train(
        IReadOnlyList<TrainingSample> samples,
        IReadOnlyList<TrainingSample> testSamples,
        TrainingOptions options,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken) => throw new NotImplementedException();
}
