using System.Collections;
using LookoutVision.Hosting;

namespace LookoutVision.Binding;

/// <summary>Completes model versions of the project that is named, and <c>latest</c>.</summary>
public sealed class ModelVersionCompleter : ModelCompleter
{
    private protected override async Task<IReadOnlyList<(string Text, string ToolTip)>> ProposeAsync(
        HostConnection connection, IDictionary bound, CancellationToken cancellationToken)
    {
        var models = await ListVersionsAsync(connection, bound, cancellationToken).ConfigureAwait(false);
        return WithLatest(models, models);
    }
}
