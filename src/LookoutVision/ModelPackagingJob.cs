using System.Text.Json.Nodes;

namespace LookoutVision;

/// <summary>What is known of one model packaging job.</summary>
internal sealed record ModelPackagingJob
{
    public required string JobName { get; init; }

    public required string ProjectName { get; init; }

    public required string ModelVersion { get; init; }

    /// <summary>The service's <c>ModelPackagingConfiguration</c>, as it was asked for.</summary>
    public required JsonObject Configuration { get; init; }

    public string? Description { get; init; }

    /// <summary>The service's word: <c>CREATED</c>, <c>RUNNING</c>, <c>SUCCEEDED</c> or <c>FAILED</c>.</summary>
    public required string Status { get; init; }

    public string? StatusMessage { get; init; }

    public DateTimeOffset CreationTimestamp { get; init; }

    public DateTimeOffset LastUpdatedTimestamp { get; init; }

    /// <summary>The component's version: as asked for, else <c>VERSION.0.0</c>.</summary>
    public required string ComponentVersion { get; init; }
}
