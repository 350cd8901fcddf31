using System.Text.Json.Nodes;
using LookoutVision.Cli.Operations;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Cli.Values;
using LookoutVision.Hosting;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Commands;

/// <summary>Tells what is known of a model; of one of this machine also how its training went.</summary>
internal sealed class DescribeModelCommand(GlobalOptions global) : OperationCommand(
    ServiceOperations.Get("DescribeModel"), "Show a model's state and figures; without --model-version, the latest model's.", global, "ModelVersion")
{
    protected override Task CompleteAsync(HostConnection host, JsonObject input, CancellationToken cancellationToken)
    {
        input.TryAdd("ModelVersion", ModelReference.Latest);
        return Task.CompletedTask;
    }

    protected override async Task<JsonMap> AskAsync(HostConnection host, JsonObject input, CancellationToken cancellationToken)
    {
        var answer = await base.AskAsync(host, input, cancellationToken);
        if (host.Api is null)
        {
            var model = new ModelReference((string)input["ProjectName"]!, (string)input["ModelVersion"]!);
            TrainingShape.AddTo(answer, await host.Models.DescribeModelAsync(model, cancellationToken));
        }

        return answer;
    }
}
