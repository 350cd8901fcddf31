using System.Collections;
using LookoutVision.Hosting;

namespace LookoutVision.Binding;

/// <summary>Completes the names of batch detections, the newest first.</summary>
public sealed class BatchDetectionCompleter : ModelCompleter
{
    private const int Most = 100;

    private protected override async Task<IReadOnlyList<(string Text, string ToolTip)>> ProposeAsync(
        HostConnection connection, IDictionary bound, CancellationToken cancellationToken)
    {
        var proposals = new List<(string, string)>();
        if (connection.Batches is { } batches)
        {
            await foreach (var batch in batches.ListAsync(cancellationToken).ConfigureAwait(false))
            {
                proposals.Add((batch.Name, $"{batch}"));
                if (proposals.Count == Most)
                {
                    break;
                }
            }
        }

        return proposals;
    }
}
