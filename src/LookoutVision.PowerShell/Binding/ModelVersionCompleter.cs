using System.Collections;
using LookoutVision.Hosting;

namespace LookoutVision.Binding;

/// <summary>Completes model versions of the project that is named.</summary>
public sealed class ModelVersionCompleter : ModelCompleter
{
    private protected override async Task<IReadOnlyList<(string Text, string ToolTip)>> ProposeAsync(
        HostConnection connection, IDictionary bound, CancellationToken cancellationToken)
    {
        if (bound["ProjectName"]?.ToString() is not { Length: > 0 } project)
        {
            return [];
        }

        var models = await ListModelsAsync(connection, project, cancellationToken).ConfigureAwait(false);
        return [.. models.Select(model => (model.ModelVersion, model.ToString()))];
    }
}
