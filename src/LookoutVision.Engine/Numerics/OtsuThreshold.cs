namespace LookoutVision.Engine.Numerics;

/// <summary>Parts numbers in two kinds so that the means of these differ most (Otsu 1979).</summary>
internal static class OtsuThreshold
{
    private const int Bins = 64;

    /// <summary>A number between the kinds; the least number itself where all are equal.</summary>
    /// <param name="values">At least one, all finite.</param>
    public static float Of(ReadOnlySpan<float> values)
    {
        var (least, most) = (float.MaxValue, float.MinValue);
        foreach (var value in values)
        {
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        var width = (most - least) / Bins;
        if (!(width > 0))
        {
            return least;
        }

        var (counts, sums) = (new int[Bins], new double[Bins]);
        foreach (var value in values)
        {
            var bin = Math.Min(Bins - 1, (int)((value - least) / width));
            counts[bin]++;
            sums[bin] += value;
        }

        var (total, best, bestBin) = (sums.Sum(), double.MinValue, 0);
        var (below, sumBelow) = (0, 0.0);
        for (var bin = 0; bin < Bins - 1; bin++)
        {
            below += counts[bin];
            sumBelow += sums[bin];
            var above = values.Length - below;
            if (below == 0 || above == 0)
            {
                continue;
            }

            var apart = (sumBelow / below) - ((total - sumBelow) / above);
            var between = (double)below * above * apart * apart;
            if (between > best)
            {
                (best, bestBin) = (between, bin);
            }
        }

        return least + ((bestBin + 1) * width);
    }
}
