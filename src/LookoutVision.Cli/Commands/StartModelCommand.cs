using System.Text.Json.Nodes;
using LookoutVision.Cli.Operations;
using LookoutVision.Cli.Options;
using LookoutVision.Hosting;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Commands;

/// <summary>Hosts a model; without more words the latest, with one inference unit.</summary>
internal sealed class StartModelCommand(GlobalOptions global) : OperationCommand(
    ServiceOperations.Get("StartModel"),
    "Host a trained model, so that it can detect anomalies.",
    global,
    "ModelVersion",
    "MinInferenceUnits")
{
    protected override Task CompleteAsync(HostConnection host, JsonObject input, CancellationToken cancellationToken)
    {
        input.TryAdd("ModelVersion", ModelReference.Latest);
        input.TryAdd("MinInferenceUnits", 1);
        return Task.CompletedTask;
    }
}
