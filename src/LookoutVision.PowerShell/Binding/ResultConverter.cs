using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace LookoutVision.Binding;

/// <summary>Brings results back to life that come from a job, a remote session, a CliXml file or JSON. What is left out there is absent.</summary>
public sealed class ResultConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        destinationType == typeof(DetectAnomalyResult)
        && sourceValue is PSObject source
        && source.Properties[nameof(DetectAnomalyResult.IsAnomalous)]?.Value is bool;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        var source = (PSObject)sourceValue;
        return new DetectAnomalyResult
        {
            Path = Get<string>(source, nameof(DetectAnomalyResult.Path)),
            IsAnomalous = Get<bool>(source, nameof(DetectAnomalyResult.IsAnomalous)),
            Confidence = Get<double>(source, nameof(DetectAnomalyResult.Confidence)),
            ProjectName = Find(source, nameof(DetectAnomalyResult.ProjectName), absent: ""),
            ModelVersion = Find(source, nameof(DetectAnomalyResult.ModelVersion), absent: ""),
            Width = Find(source, nameof(DetectAnomalyResult.Width), absent: 0),
            Height = Find(source, nameof(DetectAnomalyResult.Height), absent: 0),
            ContentType = Find(source, nameof(DetectAnomalyResult.ContentType), absent: ""),
            Duration = DurationOf(source),
            Anomalies = AnomaliesOf(source),
            AnomalyMask = Find<byte[]?>(source, nameof(DetectAnomalyResult.AnomalyMask), absent: null),
        };
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    // JSON takes a time apart.
    private static TimeSpan DurationOf(PSObject result) => result.Properties[nameof(DetectAnomalyResult.Duration)]?.Value switch
    {
        PSObject { BaseObject: not TimeSpan } parts => new TimeSpan(Find(parts, nameof(TimeSpan.Ticks), absent: 0L)),
        _ => Find(result, nameof(DetectAnomalyResult.Duration), absent: TimeSpan.Zero),
    };

    private static Anomaly[]? AnomaliesOf(PSObject result) =>
        Find<IEnumerable?>(result, nameof(DetectAnomalyResult.Anomalies), absent: null) is { } anomalies
            ? [.. anomalies.Cast<object>().Select(PSObject.AsPSObject).Select(AnomalyOf)]
            : null;

    private static Anomaly AnomalyOf(PSObject anomaly)
    {
        var pixels = PSObject.AsPSObject(Get<object>(anomaly, nameof(Anomaly.PixelAnomaly)));
        return new Anomaly(
            Get<string>(anomaly, nameof(Anomaly.Name)),
            new PixelAnomaly(Get<double>(pixels, nameof(PixelAnomaly.TotalPercentageArea)), Get<string>(pixels, nameof(PixelAnomaly.Color))));
    }

    private static T Get<T>(PSObject source, string property) =>
        (T)LanguagePrimitives.ConvertTo(source.Properties[property].Value, typeof(T), CultureInfo.InvariantCulture);

    private static T Find<T>(PSObject source, string property, T absent) =>
        source.Properties[property]?.Value is { } value
            ? (T)LanguagePrimitives.ConvertTo(value, typeof(T), CultureInfo.InvariantCulture)
            : absent;
}
