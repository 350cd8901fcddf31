using System.Text.Json.Nodes;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands;

/// <summary>The model that is meant where a command names none, or only a project.</summary>
internal static class HostedModel
{
    /// <summary>Puts project and version into an input that lacks one of them.</summary>
    public static async Task CompleteAsync(HostConnection host, JsonObject input, CancellationToken cancellationToken)
    {
        if (input.ContainsKey("ProjectName") && input.ContainsKey("ModelVersion"))
        {
            return;
        }

        var model = await ResolveAsync(host, (string?)input["ProjectName"], (string?)input["ModelVersion"], cancellationToken);
        input["ProjectName"] = model.ProjectName;
        input["ModelVersion"] = model.ModelVersion;
    }

    public static Task<ModelReference> ResolveAsync(
        HostConnection host, string? projectName, string? modelVersion, CancellationToken cancellationToken) =>
        projectName is not null && modelVersion is not null
            ? Task.FromResult(new ModelReference(projectName, modelVersion))
            : DefaultModel.ResolveAsync(host.Models, projectName, modelVersion, lastStarted: null, cancellationToken);
}
