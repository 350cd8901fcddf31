using LookoutVision.Cli.Values;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Skeletons;

/// <summary>What an operation takes or answers, with a value of each type to be replaced.</summary>
internal static class Skeleton
{
    private const string SomeTime = "1970-01-01T00:00:00";

    public static JsonMap OfInput(ServiceOperation operation) => Of(Members(operation), isNamed: false);

    /// <summary>An answer in which each text is called after its member.</summary>
    public static JsonMap OfOutput(ServiceOperation operation) => Of(operation.Output, isNamed: true);

    /// <summary>The members of an operation's input, wherever they travel.</summary>
    public static IReadOnlyList<ShapeMember> Members(ServiceOperation operation) =>
        [.. operation.Input.Select(m => new ShapeMember(m.Name, m.Shape, m.IsRequired))];

    private static JsonMap Of(IEnumerable<ShapeMember> members, bool isNamed)
    {
        var skeleton = new JsonMap();
        foreach (var member in members)
        {
            skeleton[member.Name] = Of(member.Shape, isNamed ? member.Name : "", isNamed);
        }

        return skeleton;
    }

    private static object? Of(Shape shape, string name, bool isNamed) => shape switch
    {
        StructureShape structure => Of(structure.Members, isNamed),
        ListShape list => new[] { Of(list.Element, isNamed ? list.Element.Name : "", isNamed) },
        StringShape { Values: [var first, ..] } => first,
        StringShape => name,
        IntegerShape => 0L,
        FloatShape => 0.0,
        BooleanShape => true,
        TimestampShape => SomeTime,
        _ => null,
    };
}
