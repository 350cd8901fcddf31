using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>
/// Learns a level's filters from patches of normal images: the leading principal components, scaled to equal variance
/// (PCANet, Chan et al. 2015; Coates and Ng 2012). Patches are added image by image, in a fixed order.
/// </summary>
internal sealed class FilterLearner(FeatureKind kind)
{
    private const int Taps = LevelFilters.Taps;
    private const double Ridge = 0.01;

    private readonly double[] _sum = new double[Taps];
    private readonly OuterProducts _products = new(Taps);
    private long _count;

    /// <summary>The sums over one image's patches; made on any thread, then added in order.</summary>
    public static FilterLearner FromImage(FeatureKind kind, FloatImage level, int patches, SeededRandom random)
    {
        const int window = LevelFilters.Window;
        using var padded = PaddedImage.Replicate(level, window / 2);
        var learner = new FilterLearner(kind);
        var patch = new float[Taps];
        for (var i = 0; i < patches; i++)
        {
            var x = random.Next(level.Width);
            var y = random.Next(level.Height);
            for (var row = 0; row < window; row++)
            {
                padded.Row(y + row).Slice(x * LevelFilters.Channels, window * LevelFilters.Channels)
                    .CopyTo(patch.AsSpan(row * window * LevelFilters.Channels));
            }

            learner.AddPatch(patch);
        }

        learner._products.Sums();
        return learner;
    }

    public void Add(FilterLearner other)
    {
        _count += other._count;
        var (sums, others) = (_products.Sums(), other._products.Sums());
        for (var i = 0; i < Taps; i++)
        {
            _sum[i] += other._sum[i];
            for (var j = 0; j <= i; j++)
            {
                sums[i, j] += others[i, j];
            }
        }
    }

    public LevelFilters Learn()
    {
        var products = _products.Sums();
        var mean = _sum.Select(s => s / _count).ToArray();
        var covariance = new double[Taps, Taps];
        for (var i = 0; i < Taps; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                covariance[i, j] = covariance[j, i] = (products[i, j] / _count) - (mean[i] * mean[j]);
            }
        }

        var eigen = SymmetricEigen.Of(covariance);
        var weights = new float[Taps * LevelFilters.Count];
        var means = new float[LevelFilters.Count];
        var filter = new double[Taps];
        for (var k = 0; k < LevelFilters.Count; k++)
        {
            var scale = 1 / Math.Sqrt(Math.Max(0, eigen.Values[k]) + (Ridge * eigen.Values[0]) + 1e-12);
            for (var i = 0; i < Taps; i++)
            {
                filter[i] = eigen.Vectors[k, i] * scale;
                means[k] += (float)(filter[i] * mean[i]);
            }

            // Responses ignore a patch's own level of brightness and colour: the taps of a channel sum to nothing.
            for (var c = 0; c < LevelFilters.Channels; c++)
            {
                var tapMean = 0.0;
                for (var i = c; i < Taps; i += LevelFilters.Channels)
                {
                    tapMean += filter[i] * LevelFilters.Channels / Taps;
                }

                for (var i = c; i < Taps; i += LevelFilters.Channels)
                {
                    weights[(i * LevelFilters.Count) + k] = (float)(filter[i] - tapMean);
                }
            }
        }

        return new LevelFilters(weights, means);
    }

    private void AddPatch(float[] patch)
    {
        for (var c = 0; c < LevelFilters.Channels; c++)
        {
            var mean = 0f;
            for (var i = c; i < Taps; i += LevelFilters.Channels)
            {
                mean += patch[i];
            }

            mean *= (float)LevelFilters.Channels / Taps;
            for (var i = c; i < Taps; i += LevelFilters.Channels)
            {
                patch[i] -= mean;
            }
        }

        if (kind == FeatureKind.Patch)
        {
            var square = 0f;
            foreach (var v in patch)
            {
                square += v * v;
            }

            var scale = 1 / MathF.Sqrt((square / Taps) + (PatchDeviation.Floor * PatchDeviation.Floor));
            for (var i = 0; i < Taps; i++)
            {
                patch[i] *= scale;
            }
        }

        _count++;
        _products.Add(patch, 1);
        for (var i = 0; i < Taps; i++)
        {
            _sum[i] += patch[i];
        }
    }
}
