using LookoutVision.Errors;
using LookoutVision.Hosting;

namespace LookoutVision.Commands;

/// <summary>A command about batch detections; a host that has none ends it.</summary>
public abstract class BatchCommand : HostCommand
{
    private protected BatchCommand()
    {
    }

    private protected IBatchDetections Batches => Connection.Batches!;

    private protected override void Begin()
    {
        base.Begin();
        if (Connection.Batches is null)
        {
            Shell.ThrowTerminatingError(CommandErrors.BatchesMissing(Connection.Description));
        }
    }
}
