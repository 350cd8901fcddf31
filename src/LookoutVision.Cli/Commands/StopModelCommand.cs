using System.Text.Json.Nodes;
using LookoutVision.Cli.Operations;
using LookoutVision.Cli.Options;
using LookoutVision.Hosting;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Commands;

/// <summary>Hosts a model no more; without more words the only one that is hosted.</summary>
internal sealed class StopModelCommand(GlobalOptions global) : OperationCommand(
    ServiceOperations.Get("StopModel"), "Stop a hosted model; without more words, the only one.", global, "ProjectName", "ModelVersion")
{
    protected override Task CompleteAsync(HostConnection host, JsonObject input, CancellationToken cancellationToken) =>
        HostedModel.CompleteAsync(host, input, cancellationToken);
}
