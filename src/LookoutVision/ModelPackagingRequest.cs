using System.Text.Json.Nodes;

namespace LookoutVision;

/// <summary>What a model packaging job is asked for.</summary>
/// <param name="Model">The model.</param>
/// <param name="Configuration">The service's <c>ModelPackagingConfiguration</c>.</param>
internal sealed record ModelPackagingRequest(ModelReference Model, JsonObject Configuration)
{
    /// <summary>Absent: a name is made up.</summary>
    public string? JobName { get; init; }

    public string? Description { get; init; }
}
