using System.Collections;
using LookoutVision.Hosting;

namespace LookoutVision.Binding;

/// <summary>Completes model versions where a number is needed: what is lost for good has to be named.</summary>
public sealed class VersionNumberCompleter : ModelCompleter
{
    private protected override async Task<IReadOnlyList<(string Text, string ToolTip)>> ProposeAsync(
        HostConnection connection, IDictionary bound, CancellationToken cancellationToken)
    {
        var models = await ListVersionsAsync(connection, bound, cancellationToken).ConfigureAwait(false);
        return [.. models.Select(model => (model.ModelVersion, model.ToString()))];
    }
}
