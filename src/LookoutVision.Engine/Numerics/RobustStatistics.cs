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
}
