using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>
/// Cross entropy, in which a defect's pixel counts three times, plus soft Dice (Milletari et al. 2016) a label over the whole batch:
/// the first says where to go from anywhere, the second does not care how few pixels a defect has.
/// </summary>
internal static class SegmentationLoss
{
    private const float PositiveWeight = 3;
    private const float DiceSmoothing = 1;

    /// <summary>Fills the gradient at each output.</summary>
    /// <param name="outputs">Log odds of each image of the batch.</param>
    /// <param name="targets">The class of each pixel of each image.</param>
    /// <param name="labels">Labels; further channels get no gradient.</param>
    /// <param name="gradient">Called with an image's index and the gradient of a pixel and channel.</param>
    public static void Fill(IReadOnlyList<Activation> outputs, IReadOnlyList<byte[]> targets, int labels, IReadOnlyList<Activation> gradient)
    {
        for (var label = 1; label <= labels; label++)
        {
            double both = 0, sum = 0;
            long pixels = 0;
            for (var n = 0; n < outputs.Count; n++)
            {
                Visit(outputs[n], targets[n], label, (_, p, y) =>
                {
                    both += p * y;
                    sum += p + y;
                });
                pixels += targets[n].Length;
            }

            var denominator = (float)sum + DiceSmoothing;
            var numerator = (2 * (float)both) + DiceSmoothing;
            for (var n = 0; n < outputs.Count; n++)
            {
                var to = gradient[n].Data;
                Visit(outputs[n], targets[n], label, (at, p, y) =>
                {
                    var entropy = y > 0 ? PositiveWeight * (p - 1) : p;
                    var dice = (numerator - (2 * y * denominator)) / (denominator * denominator) * p * (1 - p);
                    to[at] = (entropy / pixels) + dice;
                });
            }
        }
    }

    private static void Visit(Activation output, byte[] target, int label, Action<int, float, float> visit)
    {
        for (var y = 0; y < output.Height; y++)
        {
            var at = output.Offset(y) + label - 1;
            for (var x = 0; x < output.Width; x++, at += output.Channels)
            {
                visit(at, (float)LogisticRegression.Sigmoid(output.Data[at]), target[(y * output.Width) + x] == label ? 1 : 0);
            }
        }
    }
}
