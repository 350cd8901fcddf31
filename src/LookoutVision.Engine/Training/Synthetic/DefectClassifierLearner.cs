using System.Numerics.Tensors;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Training.Segmentation;

namespace LookoutVision.Engine.Training.Synthetic;

/// <summary>Fits a <see cref="DefectClassifier"/> to examples, by cross entropy with AdamW.</summary>
internal static class DefectClassifierLearner
{
    private const int Steps = 1500;
    private const int Batch = 128;

    // One in so many of a batch is a defect's cell.
    private const int DefectiveEvery = 4;

    /// <param name="examples">To learn from, some of each kind.</param>
    /// <param name="seed">Of every random choice.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static DefectClassifier Fit(IEnumerable<DefectExamples> examples, int seed, CancellationToken cancellationToken)
    {
        var all = examples.ToArray();
        float[][][] kinds = [all.SelectMany(e => e.Sound).ToArray(), all.SelectMany(e => e.Defective).ToArray()];
        var random = new SeededRandom(seed, 8);
        var classifier = Initial(random);
        float[][] parameters = [classifier.Hidden, classifier.Output];
        var gradients = parameters.Select(p => new float[p.Length]).ToArray();
        var optimiser = new AdamW(parameters, Steps);
        using var batch = FloatImage.Rent(Batch, 1, DefectClassifier.Inputs);
        for (var step = 0; step < Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var n = 0; n < Batch; n++)
            {
                var kind = kinds[KindOf(n)];
                kind[random.Next(kind.Length)].CopyTo(batch.Pixel(n));
            }

            using var units = classifier.Activate(batch);
            for (var n = 0; n < Batch; n++)
            {
                AddGradients(classifier, batch.Pixel(n), units.Pixel(n), KindOf(n), gradients);
            }

            optimiser.Step(gradients);
        }

        return classifier;

        static int KindOf(int n) => n % DefectiveEvery == 0 ? 1 : 0;
    }

    private static DefectClassifier Initial(SeededRandom random)
    {
        // Trust speaks of bent images alone: it starts with no say, and where nothing is bent it gets none.
        var hidden = new float[DefectClassifier.Units * DefectClassifier.Inputs];
        for (var i = 0; i < hidden.Length; i++)
        {
            hidden[i] = i % DefectClassifier.Inputs == DefectClassifier.TrustInput
                ? 0
                : random.NextNormal() * MathF.Sqrt(2f / (DefectClassifier.Inputs - 1));
        }

        var output = Enumerable.Range(0, DefectClassifier.Units).Select(_ => random.NextNormal() * MathF.Sqrt(1f / DefectClassifier.Units));
        return new(hidden, [.. output, 0]);
    }

    private static void AddGradients(
        DefectClassifier classifier, ReadOnlySpan<float> inputs, ReadOnlySpan<float> units, int kind, float[][] gradients)
    {
        var error = ((float)LogisticRegression.Sigmoid(classifier.LogOdds(units)) - kind) / Batch;
        var (hidden, output) = (gradients[0], gradients[1]);
        for (var unit = 0; unit < units.Length; unit++)
        {
            output[unit] += error * units[unit];
            if (units[unit] > 0)
            {
                var weights = hidden.AsSpan(unit * DefectClassifier.Inputs, DefectClassifier.Inputs);
                TensorPrimitives.MultiplyAdd(inputs, error * classifier.Output[unit], weights, weights);
            }
        }

        output[^1] += error;
    }
}
