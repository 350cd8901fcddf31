using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Advice;

/// <summary>Looks for faults of the images before anything is learned from them.</summary>
public static class DatasetCheck
{
    /// <summary>Reads every image and mask once. Images that cannot be read are told of and left out of the rest.</summary>
    /// <param name="samples">To learn from.</param>
    /// <param name="testSamples">To judge by; empty where the model will be cross-validated.</param>
    /// <param name="options">What the training will be told.</param>
    /// <param name="cancellationToken">Stops the work before the next image.</param>
    /// <returns>The gravest first; empty where nothing is at fault.</returns>
    public static IReadOnlyList<TrainingAdvice> Run(
        IReadOnlyList<TrainingSample> samples,
        IReadOnlyList<TrainingSample> testSamples,
        TrainingOptions options,
        CancellationToken cancellationToken)
    {
        var names = new FileNames(samples.Concat(testSamples).Select(s => s.Name));
        var read = new CheckedImage?[samples.Count + testSamples.Count];
        var errors = new string?[read.Length];
        Loops.For(read.Length, options.MaxDegreeOfParallelism, i =>
        {
            var inTest = i >= samples.Count;
            var sample = inTest ? testSamples[i - samples.Count] : samples[i];
            try
            {
                read[i] = new CheckedImage(sample, inTest, ImageSummary.Of(sample.LoadImage()), MarkedPixels(sample, options.Labels.Count));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                errors[i] = e.Message;
            }
        }, cancellationToken);

        var images = read.OfType<CheckedImage>().ToArray();
        var advice = new List<TrainingAdvice>();
        if (errors.Any(e => e is not null))
        {
            var unreadable = Enumerable.Range(0, read.Length).Where(i => read[i] is null)
                .Select(i => (i < samples.Count ? samples[i] : testSamples[i - samples.Count]).Name).ToArray();
            advice.Add(new(
                TrainingAdviceKind.UnreadableImages,
                $"{names.List(unreadable)} cannot be used: {errors.First(e => e is not null)!.TrimEnd('.')}. Mend or leave out.",
                unreadable));
        }

        advice.AddRange(CountAdvice.Of(images, options.Labels, testSamples.Count > 0));
        advice.AddRange(SizeAdvice.Of(images, options.Resize, names));
        advice.AddRange(OrientationAdvice.Of(images, names));
        advice.AddRange(DuplicateAdvice.Of(images, names, options.MaxDegreeOfParallelism, cancellationToken));
        advice.AddRange(MaskAdvice.Of(images, names));
        advice.AddRange(LightAdvice.Of(images, names));
        advice.AddRange(GroupAdvice.Of([.. images.Where(i => !i.InTest)], names, options.Seed));
        return advice;
    }

    private static long[]? MarkedPixels(TrainingSample sample, int labels)
    {
        if (sample.LoadMask?.Invoke() is not { } mask)
        {
            return null;
        }

        var counts = new long[labels + 1];
        foreach (var c in mask.Classes)
        {
            counts[c]++;
        }

        return counts;
    }
}
