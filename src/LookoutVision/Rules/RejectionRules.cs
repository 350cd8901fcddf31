using System.Globalization;

namespace LookoutVision.Rules;

/// <summary>
/// When a part is to be taken off the line: the three rules of the service's developer guide, by classification and confidence,
/// by the coverage of a label, and by the number of anomaly types.
/// </summary>
public sealed record RejectionRules
{
    /// <summary>The least confidence, 0..1, with which an image has to be called anomalous.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The area, a fraction 0..1 of the image, above which it is rejected; absent: the area does not matter.</summary>
    public double? MaxArea { get; init; }

    /// <summary>The anomaly type whose area counts; absent: all types together.</summary>
    public string? AnomalyName { get; init; }

    /// <summary>The number of anomaly types above which it is rejected; absent: the number does not matter.</summary>
    public int? MaxAnomalyTypes { get; init; }

    /// <summary>
    /// Applies the rules. An image is rejected where it is called anomalous with enough confidence and, if limits are given,
    /// at least one of them is exceeded.
    /// </summary>
    /// <exception cref="ValidationException">A limit is given, and the result tells of no anomaly types.</exception>
    public InspectionResult Check(DetectAnomalyResult result)
    {
        if (result.Anomalies is null && (MaxArea is not null || MaxAnomalyTypes is not null))
        {
            throw new ValidationException(
                $"The result of '{result.Path}' tells of no anomaly types: the model {result.ProjectName}/{result.ModelVersion} only classifies.")
            {
                ResourceId = result.Path,
                RecommendedAction = "Leave out the limits of area and types, or train a model on images with masks.",
            };
        }

        return new InspectionResult { Path = result.Path, Reason = ReasonOf(result), Result = result };
    }

    private string ReasonOf(DetectAnomalyResult result)
    {
        if (!result.IsAnomalous || result.Confidence < MinConfidence)
        {
            return "";
        }

        if (MaxArea is null && MaxAnomalyTypes is null)
        {
            return Say($"anomalous with confidence {result.Confidence:0.0%}");
        }

        var found = result.Anomalies!.Where(anomaly => !anomaly.IsBackground).ToList();
        var area = found.Where(anomaly => AnomalyName is null || anomaly.Name.Equals(AnomalyName, StringComparison.OrdinalIgnoreCase))
            .Sum(anomaly => anomaly.PixelAnomaly.TotalPercentageArea);
        var reasons = new List<string>();
        if (area > MaxArea)
        {
            reasons.Add(Say($"{AnomalyName ?? "anomalies"} on {area:0.00%} of the image, more than {MaxArea:0.00%}"));
        }

        if (found.Count > MaxAnomalyTypes)
        {
            reasons.Add(Say($"{found.Count} anomaly types, more than {MaxAnomalyTypes}"));
        }

        return string.Join("; ", reasons);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
