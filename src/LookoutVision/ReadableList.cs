using System.Collections.ObjectModel;

namespace LookoutVision;

/// <summary>A list that reads well in one cell of a table or CSV file.</summary>
internal sealed class ReadableList<T>(IEnumerable<T> items) : ReadOnlyCollection<T>([.. items])
{
    public override string ToString() => string.Join(';', this);
}
