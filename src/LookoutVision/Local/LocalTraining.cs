using LookoutVision.Datasets;
using LookoutVision.Engine.Training;
using LookoutVision.Engine.Training.Advice;
using LookoutVision.Evaluation;

namespace LookoutVision.Local;

/// <summary>A training that is done and not yet stored. It needs no project, so several can run at once.</summary>
/// <param name="Input">What was learned from and judged by.</param>
/// <param name="Judged">The images that the evaluation is of, and maybe others.</param>
/// <param name="Result">The model and its evaluation.</param>
/// <param name="Advice">What is at fault with the images.</param>
/// <param name="Started">When the training began.</param>
/// <param name="Ended">When its evaluation ended.</param>
/// <param name="Options">What was asked for.</param>
internal sealed record LocalTraining(
    TrainingInput Input,
    Dataset Judged,
    TrainingResult Result,
    IReadOnlyList<TrainingAdvice> Advice,
    DateTimeOffset Started,
    DateTimeOffset Ended,
    ModelTrainingOptions Options)
{
    private const int MaxDescription = 500;

    public EvaluationMethod Method => Input.Test.Count > 0 ? EvaluationMethod.TestDataset : EvaluationMethod.CrossValidation;

    /// <exception cref="ValidationException">The datasets cannot be trained on.</exception>
    public static async Task<LocalTraining> RunAsync(
        Dataset train,
        Dataset? test,
        ModelTrainingOptions options,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        RequireDescription(options.Description);
        var started = DateTimeOffset.UtcNow;
        var input = TrainingInput.From(train, test ?? new([]));

        // Learning keeps its thread busy for minutes: not one of the pool's.
        var (result, advice) = await Task.Factory.StartNew(
            () => Learn(input, options, progress, cancellationToken),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).ConfigureAwait(false);
        return new(input, input.Test.Count > 0 ? test! : train, result, advice, started, DateTimeOffset.UtcNow, options);
    }

    public static void RequireDescription(string? description)
    {
        if (description?.Length > MaxDescription)
        {
            throw new ValidationException($"The description has {description.Length} characters.")
            {
                RecommendedAction = $"Use at most {MaxDescription}.",
            };
        }
    }

    private static (TrainingResult Result, IReadOnlyList<TrainingAdvice> Advice) Learn(
        TrainingInput input, ModelTrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var training = new TrainingOptions { Seed = options.Seed, Labels = input.Labels, Resize = options.Resize };
        try
        {
            TestCheck.Require(input, options.Resize, cancellationToken);
            progress?.Report(new TrainingProgress("Checking images", 0));
            var advice = DatasetCheck.Run(input.Train, input.Test, training, cancellationToken);
            var result = Trainer.Train(input.Train, input.Test, training, progress, cancellationToken);
            return (result, [.. advice, .. LabelCheck.Run(result.CrossValidation), .. result.Test is { } test ? LabelCheck.Run(test) : []]);
        }
        catch (TrainingException e)
        {
            // A file's own error says the same in better words.
            var cause = e.InnerException as LookoutVisionException;
            throw new ValidationException(cause?.Message ?? e.Message, e)
            {
                ResourceId = cause?.ResourceId,
                ResourceType = "DATASET",
                RecommendedAction =
                    cause?.RecommendedAction ?? "Correct or leave out what the message names, add images, or have images of several sizes resized (-Resize, --resize).",
            };
        }
    }
}
