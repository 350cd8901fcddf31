using LookoutVision.Engine.Inference.Segmentation;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>
/// Cross entropy, in which a defect's pixel counts three times, plus soft Dice (Milletari et al. 2016) a label over the whole batch:
/// the first says where to go from anywhere, the second does not care how few pixels a defect has.
/// </summary>
internal static class SegmentationLoss
{
    private const float PositiveWeight = 3;
    private const float DiceSmoothing = 1;

    // Less changes no weight. On its way back through the layers it becomes too small for a float's full precision, which processors are
    // many times slower with.
    private const float Least = 1e-20f;

    /// <summary>Fills the gradient at each output.</summary>
    /// <param name="outputs">Log odds of each image of the batch.</param>
    /// <param name="targets">The class of each pixel of each image.</param>
    /// <param name="labels">Labels; further channels get no gradient.</param>
    /// <param name="gradients">The gradient at each image's output.</param>
    public static void Fill(IReadOnlyList<Activation> outputs, IReadOnlyList<byte[]> targets, int labels, IReadOnlyList<Activation> gradients)
    {
        var pixels = targets.Sum(t => t.Length);
        for (var label = 1; label <= labels; label++)
        {
            double both = 0, sum = 0;
            for (var n = 0; n < outputs.Count; n++)
            {
                Probabilities(outputs[n], targets[n], label, gradients[n], ref both, ref sum);
            }

            var denominator = (float)sum + DiceSmoothing;
            var numerator = (2 * (float)both) + DiceSmoothing;
            for (var n = 0; n < outputs.Count; n++)
            {
                Gradients(gradients[n], targets[n], label, pixels, numerator, denominator);
            }
        }
    }

    /// <summary>Leaves each pixel's probability where its gradient will be, and adds to the sums that Dice is made of.</summary>
    private static void Probabilities(Activation output, byte[] target, int label, Activation gradient, ref double both, ref double sum)
    {
        for (var y = 0; y < output.Height; y++)
        {
            var at = output.Offset(y) + label - 1;
            for (var x = 0; x < output.Width; x++, at += output.Channels)
            {
                var p = 1 / (1 + MathF.Exp(-output.Data[at]));
                gradient.Data[at] = p;
                if (target[(y * output.Width) + x] == label)
                {
                    both += p;
                    sum++;
                }

                sum += p;
            }
        }
    }

    /// <summary>From probabilities to gradients, in place.</summary>
    private static void Gradients(Activation gradient, byte[] target, int label, int pixels, float numerator, float denominator)
    {
        for (var y = 0; y < gradient.Height; y++)
        {
            var at = gradient.Offset(y) + label - 1;
            for (var x = 0; x < gradient.Width; x++, at += gradient.Channels)
            {
                var p = gradient.Data[at];
                var marked = target[(y * gradient.Width) + x] == label;
                var entropy = marked ? PositiveWeight * (p - 1) : p;
                var dice = (numerator - (marked ? 2 * denominator : 0)) / (denominator * denominator) * p * (1 - p);
                var sum = (entropy / pixels) + dice;
                gradient.Data[at] = MathF.Abs(sum) < Least ? 0 : sum;
            }
        }
    }
}
