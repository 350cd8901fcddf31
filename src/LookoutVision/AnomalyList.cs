using System.Collections.ObjectModel;

namespace LookoutVision;

/// <summary>The anomaly types of an image, which read well in one cell of a table or CSV file.</summary>
internal sealed class AnomalyList(IEnumerable<Anomaly> anomalies) : ReadOnlyCollection<Anomaly>([.. anomalies])
{
    public override string ToString() => string.Join(';', this);
}
