using LookoutVision.Engine.Training;
using LookoutVision.Engine.Training.Advice;

namespace LookoutVision.Datasets;

/// <summary>Looks for faults of labelled images without training on them.</summary>
public static class DatasetInspection
{
    /// <summary>
    /// Reads every image and mask once, and tells of too few or too uneven images, several sizes, duplicates, conflicting labels,
    /// changing light, blur, faulty masks, and images that cannot be read.
    /// </summary>
    /// <param name="train">To learn from. Images without a label are left out.</param>
    /// <param name="test">To judge by; null where the model is to be cross-validated.</param>
    /// <param name="options">What the training would be told.</param>
    /// <param name="cancellationToken">Stops within a second.</param>
    /// <returns>The gravest first; empty where nothing is at fault.</returns>
    /// <exception cref="ValidationException">The masks have more labels than a project can have.</exception>
    public static Task<IReadOnlyList<TrainingAdvice>> InspectAsync(
        Dataset train, Dataset? test, ModelTrainingOptions options, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var input = TrainingInput.From(train, test ?? new([]));
            var training = new TrainingOptions { Seed = options.Seed, Labels = input.Labels, Resize = options.Resize };
            return DatasetCheck.Run(input.Train, input.Test, training, cancellationToken);
        },
        cancellationToken);
}
