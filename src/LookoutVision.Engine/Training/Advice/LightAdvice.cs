using System.Text.RegularExpressions;
using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Advice;

/// <summary>Whether light and focus were the same for all images. Lightness is CIE L*, 0..100.</summary>
internal static partial class LightAdvice
{
    // Medians and deviations of fewer images tell nothing.
    private const int Fewest = 10;

    private const double SeparatingAuc = 0.9;
    private const double VisibleStep = 2;

    private const double DriftCorrelation = 0.7;
    private const double DriftStep = 4;

    private const double OutlierDeviations = 6;
    private const double OutlierStep = 10;
    private const double BlurDeviations = 6;
    private const double BlurStep = 1.5;

    public static IEnumerable<TrainingAdvice> Of(CheckedImage[] images, FileNames names)
    {
        var train = images.Where(i => !i.InTest).ToArray();
        var normal = train.Where(i => !i.IsAnomalous).ToArray();
        var anomalous = train.Where(i => i.IsAnomalous).ToArray();
        return new[] { Separation(normal, anomalous), Drift(normal, names), Outliers(images, names), Blur(images, names) }
            .OfType<TrainingAdvice>();
    }

    /// <summary>Whether light alone tells the classes apart.</summary>
    private static TrainingAdvice? Separation(CheckedImage[] normal, CheckedImage[] anomalous)
    {
        if (Math.Min(normal.Length, anomalous.Length) < Fewest)
        {
            return null;
        }

        var auc = RankingMetrics.RocAuc([.. normal.Concat(anomalous).Select(i => (i.Summary.Lightness, i.IsAnomalous))]);
        var (low, high) = (RobustStatistics.Median(normal.Select(Lightness)), RobustStatistics.Median(anomalous.Select(Lightness)));
        return Math.Max(auc, 1 - auc) < SeparatingAuc || Math.Abs(high - low) < VisibleStep
            ? null
            : new(
                TrainingAdviceKind.ExposureDrift,
                $"The anomalous images are {(high > low ? "lighter" : "darker")} than the normal ones (lightness {high:0} and {low:0} of 100), so that light alone "
                + $"tells them apart (ROC AUC {Math.Max(auc, 1 - auc):0.00}). Unless the defects make that difference, photograph both kinds in the same light.",
                []);
    }

    /// <summary>Whether the light of normal images goes one way in the order of their names, which is that of their taking.</summary>
    private static TrainingAdvice? Drift(CheckedImage[] normal, FileNames names)
    {
        if (normal.Length < 2 * Fewest)
        {
            return null;
        }

        var ordered = normal.OrderBy(i => WithPaddedNumbers(i.Name), StringComparer.Ordinal).ToArray();
        var third = ordered.Length / 3;
        var (first, last) = (RobustStatistics.Median(ordered[..third].Select(Lightness)), RobustStatistics.Median(ordered[^third..].Select(Lightness)));
        return Math.Abs(Correlation(Ranks([.. ordered.Select(Lightness)]))) < DriftCorrelation || Math.Abs(last - first) < DriftStep
            ? null
            : new(
                TrainingAdviceKind.ExposureDrift,
                $"The normal images grow {(last > first ? "lighter" : "darker")} from {names.Short(ordered[0].Name)} to {names.Short(ordered[^1].Name)} "
                + $"(lightness {first:0} to {last:0} of 100). Steady the light and the exposure of the camera.",
                [.. ordered.Select(i => i.Name)]);
    }

    private static TrainingAdvice? Outliers(CheckedImage[] images, FileNames names)
    {
        var odd = OddOnes(images, Lightness, (value, median, deviation) =>
            Math.Abs(value - median) > Math.Max(OutlierStep, OutlierDeviations * deviation));
        return odd.Length == 0
            ? null
            : new(
                TrainingAdviceKind.ExposureOutliers,
                $"Much lighter or darker than the others (lightness {RobustStatistics.Median(images.Select(Lightness)):0} of 100): {names.List(odd)}. Photograph them again, or leave them out.",
                odd);
    }

    private static TrainingAdvice? Blur(CheckedImage[] images, FileNames names)
    {
        var blurred = OddOnes(images, i => i.Summary.Sharpness, (value, median, deviation) =>
            value < median - Math.Max(BlurStep, BlurDeviations * deviation));
        return blurred.Length == 0
            ? null
            : new(
                TrainingAdviceKind.BlurredImages,
                $"Much less sharp than the others: {names.List(blurred)}. Photograph them again, or leave them out.",
                blurred);
    }

    private static string[] OddOnes(CheckedImage[] images, Func<CheckedImage, double> of, Func<double, double, double, bool> isOdd)
    {
        if (images.Length < Fewest)
        {
            return [];
        }

        var values = images.Select(of).ToArray();
        var (median, deviation) = (RobustStatistics.Median(values), RobustStatistics.Deviation(values));
        return [.. images.Where(i => isOdd(of(i), median, deviation)).Select(i => i.Name)];
    }

    private static double Lightness(CheckedImage image) => image.Summary.Lightness;

    // So that 9 comes before 10.
    private static string WithPaddedNumbers(string name) => Numbers().Replace(name, n => n.Value.PadLeft(12, '0'));

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i;
        }

        return ranks;
    }

    /// <summary>Spearman's rank correlation with the places 0, 1, 2...</summary>
    private static double Correlation(double[] ranks)
    {
        double n = ranks.Length;
        return 1 - (6 * ranks.Select((r, i) => (r - i) * (r - i)).Sum() / (n * ((n * n) - 1)));
    }
}
