using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Remote.Client;

namespace LookoutVision.Remote.Service.Client;

/// <summary>Reads members of answers. Any of them may be absent; what cannot be done without is asked for here.</summary>
internal static class Answer
{
    /// <exception cref="InternalServerException">It is absent.</exception>
    public static T Require<T>(T? value, string member) => value ?? throw Lacks(member);

    /// <exception cref="InternalServerException">It is absent, or something else.</exception>
    public static T Member<T>(JsonObject answer, string member)
        where T : class => Require(Read<T>(answer[member], member), member);

    /// <summary>A list; an absent one is empty.</summary>
    /// <exception cref="InternalServerException">It is something else.</exception>
    public static IReadOnlyList<T> List<T>(JsonObject answer, string member) => Read<List<T>>(answer[member], member) ?? [];

    public static InternalServerException Lacks(string member) => new($"The server's answer is not the service's: it lacks {member}.");

    private static T? Read<T>(JsonNode? value, string member)
        where T : class
    {
        try
        {
            return value.Deserialize<T>(Json.Options);
        }
        catch (JsonException e)
        {
            throw new InternalServerException($"The server's answer is not the service's: {member} is not understood. {e.Message}", e);
        }
    }
}
