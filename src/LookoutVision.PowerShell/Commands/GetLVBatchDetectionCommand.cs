using System.Management.Automation;
using LookoutVision.Binding;

namespace LookoutVision.Commands;

/// <summary>Lists batch detections, or tells of some.</summary>
[Cmdlet(VerbsCommon.Get, "LVBatchDetection")]
[OutputType(typeof(BatchDetection))]
public sealed class GetLVBatchDetectionCommand : BatchCommand
{
    /// <summary>Their names; wildcards allowed; absent: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BatchDetectionCompleter))]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    private protected override void Process() => ForEach(Name ?? ["*"], name =>
    {
        if (name == "*")
        {
            WriteAll(Batches.ListAsync);
        }
        else if (WildcardPattern.ContainsWildcardCharacters(name))
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            WriteAll(Batches.ListAsync, batch => pattern.IsMatch(batch.Name));
        }
        else
        {
            Shell.WriteObject(Await(stop => Batches.DescribeAsync(name, stop)));
        }
    });
}
