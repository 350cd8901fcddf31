using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Parameters.Shorthand;

/// <summary>Gives the words of a shorthand value the types that the service's shapes have.</summary>
internal static class ShorthandTypes
{
    public static JsonNode? Apply(string option, JsonNode? value, Shape shape) => (shape, value) switch
    {
        (_, null) => null,
        (StructureShape structure, JsonObject members) => ApplyToMembers(option, members, structure),
        (ListShape list, JsonArray items) => new JsonArray([.. items.Select(i => Apply(option, i?.DeepClone(), list.Element))]),

        // One value stands for a list of it.
        (ListShape list, _) => new JsonArray(Apply(option, value, list.Element)),
        (StructureShape, _) or (_, JsonObject or JsonArray) => value,
        _ when value.GetValueKind() == JsonValueKind.String => Scalars.Read(option, value.GetValue<string>(), shape),
        _ => value,
    };

    private static JsonObject ApplyToMembers(string option, JsonObject members, StructureShape structure)
    {
        var typed = new JsonObject();
        foreach (var (name, value) in members)
        {
            var member = structure.Members.FirstOrDefault(m => m.Name == name);
            typed[name] = member is null ? value?.DeepClone() : Apply(option, value?.DeepClone(), member.Shape);
        }

        return typed;
    }
}
