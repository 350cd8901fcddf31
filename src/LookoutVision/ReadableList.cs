using System.Collections.ObjectModel;

namespace LookoutVision;

/// <summary>A list that reads well in one cell of a table or CSV file, and is equal to one with equal items, as the records are that hold it.</summary>
/// <param name="items">Its items; null where JSON has no member of the name, and then there are none.</param>
internal sealed class ReadableList<T>(IEnumerable<T>? items) : ReadOnlyCollection<T>([.. items ?? []])
{
    public override string ToString() => string.Join(';', this);

    public override bool Equals(object? obj) => obj is ReadableList<T> other && this.SequenceEqual(other);

    public override int GetHashCode() => this.Aggregate(Count, (hash, item) => HashCode.Combine(hash, item));
}
