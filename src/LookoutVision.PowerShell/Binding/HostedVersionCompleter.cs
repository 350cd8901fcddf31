using System.Collections;
using LookoutVision.Hosting;

namespace LookoutVision.Binding;

/// <summary>Completes the hosted versions of the project that is named.</summary>
public sealed class HostedVersionCompleter : ModelCompleter
{
    private protected override async Task<IReadOnlyList<(string Text, string ToolTip)>> ProposeAsync(
        HostConnection connection, IDictionary bound, CancellationToken cancellationToken)
    {
        if (bound["ProjectName"]?.ToString() is not { Length: > 0 } project)
        {
            return [];
        }

        var models = await ListModelsAsync(connection, project, cancellationToken).ConfigureAwait(false);
        return [.. models.Where(model => model.Status == ModelStatus.Hosted).Select(model => (model.ModelVersion, model.ToString()))];
    }
}
