namespace LookoutVision.Engine.Evaluation;

/// <summary>How well scores rank anomalous images above normal ones, whatever the threshold.</summary>
internal static class RankingMetrics
{
    /// <summary>The chance that an anomalous image scores above a normal one, ties counted half (Mann and Whitney 1947).</summary>
    public static double RocAuc(IReadOnlyList<(double Score, bool IsAnomalous)> images)
    {
        var positives = images.Count(i => i.IsAnomalous);
        var negatives = images.Count - positives;
        if (positives == 0 || negatives == 0)
        {
            return double.NaN;
        }

        double wins = 0, below = 0;
        foreach (var ties in images.GroupBy(i => i.Score).OrderBy(g => g.Key))
        {
            var tiedPositives = ties.Count(i => i.IsAnomalous);
            var tiedNegatives = ties.Count() - tiedPositives;
            wins += tiedPositives * (below + (tiedNegatives / 2.0));
            below += tiedNegatives;
        }

        return wins / ((double)positives * negatives);
    }

    /// <summary>Sum over score thresholds, highest first, of precision times the gain in recall.</summary>
    public static double AveragePrecision(IReadOnlyList<(double Score, bool IsAnomalous)> images)
    {
        var positives = images.Count(i => i.IsAnomalous);
        if (positives == 0)
        {
            return double.NaN;
        }

        double result = 0, found = 0, seen = 0;
        foreach (var ties in images.GroupBy(i => i.Score).OrderByDescending(g => g.Key))
        {
            var gained = ties.Count(i => i.IsAnomalous);
            found += gained;
            seen += ties.Count();
            result += found / seen * gained / positives;
        }

        return result;
    }
}
