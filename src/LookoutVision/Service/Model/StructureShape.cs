namespace LookoutVision.Service.Model;

/// <summary>Named members; a JSON object.</summary>
internal sealed class StructureShape(string name, params IReadOnlyList<ShapeMember> members) : Shape(name)
{
    public IReadOnlyList<ShapeMember> Members { get; } = members;
}
