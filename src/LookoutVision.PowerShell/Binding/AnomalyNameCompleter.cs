using System.Collections;
using LookoutVision.Hosting;

namespace LookoutVision.Binding;

/// <summary>Completes the anomaly types that models mark.</summary>
public sealed class AnomalyNameCompleter : ModelCompleter
{
    private protected override async Task<IReadOnlyList<(string Text, string ToolTip)>> ProposeAsync(
        HostConnection connection, IDictionary bound, CancellationToken cancellationToken)
    {
        var models = await ListModelsAsync(connection, null, cancellationToken).ConfigureAwait(false);
        return [.. models
            .OrderByDescending(model => model.Status == ModelStatus.Hosted)
            .SelectMany(model => model.Labels.Select(label => (label, $"{label}, of {model}")))
            .DistinctBy(proposal => proposal.label)];
    }
}
