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

    /// <summary>Leaves each pixel's probability where its gradient will be.</summary>
    /// <param name="output">Log odds of an image of the batch.</param>
    /// <param name="target">The class of each of its pixels.</param>
    /// <param name="labels">Labels; further channels get no gradient.</param>
    /// <param name="gradient">The gradient at its output.</param>
    /// <returns>The image's sums, a label each.</returns>
    public static DiceSums[] Probabilities(Activation output, byte[] target, int labels, Activation gradient) =>
        Enumerable.Range(1, labels).Select(label => Probabilities(output, target, gradient, label)).ToArray();

    /// <summary>From an image's probabilities to gradients, in place.</summary>
    /// <param name="gradient">What <see cref="Probabilities(Activation, byte[], int, Activation)"/> left.</param>
    /// <param name="target">The class of each of the image's pixels.</param>
    /// <param name="sums">Of the whole batch, a label each.</param>
    /// <param name="pixels">Of the whole batch.</param>
    public static void Gradients(Activation gradient, byte[] target, DiceSums[] sums, int pixels)
    {
        for (var label = 1; label <= sums.Length; label++)
        {
            var numerator = (2 * (float)sums[label - 1].Both) + DiceSmoothing;
            var denominator = (float)sums[label - 1].Either + DiceSmoothing;
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

    private static DiceSums Probabilities(Activation output, byte[] target, Activation gradient, int label)
    {
        double both = 0, either = 0;
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
                    either++;
                }

                either += p;
            }
        }

        return new DiceSums(both, either);
    }
}
