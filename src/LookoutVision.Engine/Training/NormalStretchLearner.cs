using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Learns how much normal parts are stretched to lie over the reference, and judges every training image by what was learned without it.</summary>
internal sealed class NormalStretchLearner(TrainingSet set)
{
    // Of the logarithm of an area: where few images happen to be stretched alike, any other would look strange.
    private const double Floor = 0.05;

    /// <returns>What was learned from all normal images, and each image's held-out statistic.</returns>
    public (NormalStretch Stretch, float[] HeldOut) Learn(CancellationToken cancellationToken)
    {
        var images = Array.ConvertAll(set.All, i => set.BendingOf(i)!.Stretch);
        var heldOut = new float[set.Count];
        Loops.For(Folds.Count, set.Threads, fold =>
        {
            var stretch = Fit(set.Normals.Where(i => set.FoldOf[i] != fold).Select(i => images[i]).ToArray());
            foreach (var i in set.Inside(fold))
            {
                using var strangeness = stretch.Strangeness(images[i]);
                heldOut[i] = NormalStretch.Statistic(strangeness);
            }
        }, cancellationToken);
        return (Fit(set.Normals.Select(i => images[i]).ToArray()), heldOut);
    }

    private static NormalStretch Fit(FloatImage[] images)
    {
        var (width, height) = (images[0].Width, images[0].Height);
        var (means, deviations) = (new FloatImage(width, height, 1), new FloatImage(width, height, 1));
        for (var place = 0; place < means.Pixels; place++)
        {
            var mean = images.Average(i => (double)i.Data[place]);
            var squares = images.Sum(i => (i.Data[place] - mean) * (i.Data[place] - mean));
            means.Data[place] = (float)mean;
            deviations.Data[place] = (float)Math.Sqrt((squares / Math.Max(1, images.Length - 1)) + (Floor * Floor));
        }

        return new(means, deviations);
    }
}
