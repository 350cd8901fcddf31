namespace LookoutVision.Service.Model;

/// <summary>A whole number of 32 bits.</summary>
internal sealed class IntegerShape(string name) : Shape(name)
{
    public int? Minimum { get; init; }

    public int? Maximum { get; init; }
}
