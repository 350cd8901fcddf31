using System.Text.Json.Nodes;

namespace LookoutVision.Service.Operations;

/// <summary>Builds objects whose absent members are left out.</summary>
internal static class JsonMembers
{
    /// <summary>Adds a member, unless there is nothing to add.</summary>
    public static JsonObject With(this JsonObject shape, string name, JsonNode? value)
    {
        if (value is not null)
        {
            shape[name] = value;
        }

        return shape;
    }
}
