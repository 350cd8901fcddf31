using System.Collections;
using LookoutVision.Hosting;

namespace LookoutVision.Binding;

/// <summary>Completes the names of projects with a hosted model.</summary>
public sealed class HostedProjectCompleter : ModelCompleter
{
    private protected override async Task<IReadOnlyList<(string Text, string ToolTip)>> ProposeAsync(
        HostConnection connection, IDictionary bound, CancellationToken cancellationToken)
    {
        var models = await ListModelsAsync(connection, null, cancellationToken).ConfigureAwait(false);
        return [.. models
            .Where(model => model.Status == ModelStatus.Hosted)
            .Select(model => (model.ProjectName, model.ToString()))
            .DistinctBy(proposal => proposal.ProjectName)];
    }
}
