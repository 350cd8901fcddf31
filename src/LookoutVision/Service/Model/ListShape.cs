namespace LookoutVision.Service.Model;

/// <summary>Several values of one shape.</summary>
internal sealed class ListShape(string name, Shape element) : Shape(name)
{
    public Shape Element { get; } = element;

    /// <summary>The most items; null where the service sets none.</summary>
    public int? MaxItems { get; init; }
}
