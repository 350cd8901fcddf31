using System.Collections.Concurrent;
using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Advice;

/// <summary>Finds images so alike that they must be two shots of one part in one place.</summary>
internal static class SimilarPairs
{
    private const float Alike = 0.97f;

    // Where so many images are like another one, or half of all pairs are, the parts look alike because they are:
    // then only what differs by the camera's noise is a second shot.
    private const double LargestShare = 1.0 / 3;
    private const float FixtureLikeness = 0.9f;
    private const double NoiseDifference = 2;

    private const int Stride = 9;
    private const int MedianOf = 200;

    /// <summary>The pairs, each with the lower index first, in order.</summary>
    public static (int First, int Second)[] Find(ImageSummary[] images, int threads, CancellationToken cancellationToken)
    {
        var parts = images.Select(i => Part(i.Thumbnail)).ToArray();
        var rests = parts.Select(p => MathF.Sqrt(Math.Max(0, 1 - TensorPrimitives.SumOfSquares<float>(p)))).ToArray();
        var found = new ConcurrentBag<(int First, int Second)>();
        Loops.For(images.Length, threads, second =>
        {
            for (var first = 0; first < second; first++)
            {
                // What the rest of the two can add to the product at most (Cauchy and Schwarz) rules most pairs out.
                if (TensorPrimitives.Dot<float>(parts[first], parts[second]) + (rests[first] * rests[second]) > Alike
                    && TensorPrimitives.Dot<float>(images[first].Thumbnail, images[second].Thumbnail) > Alike)
                {
                    found.Add((first, second));
                }
            }
        }, cancellationToken);
        var alike = found.Order().ToArray();
        var partsAreAlike = alike.SelectMany(p => new[] { p.First, p.Second }).Distinct().Count() > LargestShare * images.Length
            || MedianLikeness(images) > FixtureLikeness;
        return partsAreAlike
            ? [.. alike.Where(p => PairDifference.Greatest(images[p.First].Grey, images[p.Second].Grey) < NoiseDifference)]
            : alike;
    }

    private static float MedianLikeness(ImageSummary[] images)
    {
        var some = images.Where((_, i) => i % Math.Max(1, images.Length / MedianOf) == 0).ToArray();
        var likeness = some.SelectMany((a, i) => some.Take(i).Select(b => TensorPrimitives.Dot<float>(a.Thumbnail, b.Thumbnail))).Order().ToArray();
        return likeness.Length > 0 ? likeness[likeness.Length / 2] : 0;
    }

    private static float[] Part(float[] thumbnail) => [.. thumbnail.Where((_, i) => i % Stride == 0)];
}
