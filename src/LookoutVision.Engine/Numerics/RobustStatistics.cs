namespace LookoutVision.Engine.Numerics;

/// <summary>The middle and the spread of numbers of which some may be far out.</summary>
internal static class RobustStatistics
{
    // The median absolute deviation in terms of the standard deviation of a normal law.
    private const double PerMedianDeviation = 1.4826;

    /// <summary>The middle of the sorted values; of an even number, the upper one of the two.</summary>
    public static T Median<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>The median absolute deviation from the median, scaled to a standard deviation.</summary>
    public static double Deviation(IReadOnlyCollection<double> values)
    {
        var median = Median(values);
        return PerMedianDeviation * Median(values.Select(v => Math.Abs(v - median)));
    }

    /// <summary>
    /// The standard deviation where the greatest values count as much as the next one below them (winsorised, Tukey and McLaughlin 1963):
    /// of a dozen values it says more than the median deviation does.
    /// </summary>
    /// <param name="sorted">At least two values, ascending.</param>
    /// <param name="share">The share of the values that may be too great; rounded up.</param>
    public static double UpperWinsorizedDeviation(double[] sorted, double share)
    {
        var greatest = sorted[Math.Max(0, sorted.Length - 1 - (int)Math.Ceiling(share * sorted.Length))];
        var mean = sorted.Average(v => Math.Min(v, greatest));
        return Math.Sqrt(sorted.Sum(v => Math.Pow(Math.Min(v, greatest) - mean, 2)) / (sorted.Length - 1));
    }
}
