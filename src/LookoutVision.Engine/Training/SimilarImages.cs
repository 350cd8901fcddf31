using System.Numerics.Tensors;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Training;

/// <summary>
/// Finds images so alike that they must show the same part. Judged on one of them, a model that learned the other
/// recognises the part and not the defect, so they belong in one fold.
/// </summary>
internal static class SimilarImages
{
    private const int Side = 48;
    private const int HighPassRadius = 4;
    private const float Alike = 0.8f;

    // Above this share of a class in one group, the images are alike because the parts are, not because they are the same.
    private const double LargestShare = 1.0 / 3;

    /// <summary>Structure without brightness: a small high-passed picture, of unit length.</summary>
    public static float[] Thumbnail(RasterImage image)
    {
        var small = Resampler.Resample(image, Side, Side);
        var grey = new float[Side * Side];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = small.Data[3 * i] + small.Data[(3 * i) + 1] + small.Data[(3 * i) + 2];
        }

        var result = new float[grey.Length];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                result[(y * Side) + x] = grey[(y * Side) + x] - MeanAround(grey, x, y);
            }
        }

        var length = TensorPrimitives.Norm(result);
        TensorPrimitives.Divide(result, Math.Max(length, 1e-6f), result);
        return result;
    }

    /// <summary>The group of each image: the index of the first one it belongs together with.</summary>
    /// <param name="samples">The images; their own groups are kept together whatever they look like.</param>
    /// <param name="thumbnails">Of each.</param>
    public static int[] Group(IReadOnlyList<TrainingSample> samples, float[][] thumbnails)
    {
        var named = Merge(samples, (_, _) => false);
        var similar = Merge(samples, (i, j) => TensorPrimitives.Dot<float>(thumbnails[i], thumbnails[j]) > Alike);
        var tooLarge = new[] { true, false }.Any(anomalous =>
        {
            var members = Enumerable.Range(0, samples.Count).Where(i => samples[i].IsAnomalous == anomalous).ToArray();
            return members.Length > 0 && members.GroupBy(i => similar[i]).Max(g => g.Count()) > LargestShare * members.Length;
        });
        return tooLarge ? named : similar;
    }

    private static int[] Merge(IReadOnlyList<TrainingSample> samples, Func<int, int, bool> together)
    {
        var parent = Enumerable.Range(0, samples.Count).ToArray();
        int Root(int i) => parent[i] == i ? i : parent[i] = Root(parent[i]);
        for (var i = 0; i < samples.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if ((samples[i].Group is { } group && group == samples[j].Group) || together(i, j))
                {
                    var (a, b) = (Root(i), Root(j));
                    parent[Math.Max(a, b)] = Math.Min(a, b);
                }
            }
        }

        return Enumerable.Range(0, samples.Count).Select(Root).ToArray();
    }

    private static float MeanAround(float[] grey, int x, int y)
    {
        var sum = 0f;
        var count = 0;
        for (var v = Math.Max(0, y - HighPassRadius); v <= Math.Min(Side - 1, y + HighPassRadius); v++)
        {
            for (var u = Math.Max(0, x - HighPassRadius); u <= Math.Min(Side - 1, x + HighPassRadius); u++, count++)
            {
                sum += grey[(v * Side) + u];
            }
        }

        return sum / count;
    }
}
