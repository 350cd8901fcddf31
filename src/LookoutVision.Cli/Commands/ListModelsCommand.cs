using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Operations;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Cli.Values;
using LookoutVision.Service.Model;
using LookoutVision.Service.Operations;

namespace LookoutVision.Cli.Commands;

/// <summary>Lists a project's models, or those of all projects, each then with its project's name.</summary>
internal sealed class ListModelsCommand(GlobalOptions global) : OperationCommand(
    ServiceOperations.Get("ListModels"), "List a project's models; without --project-name, those of all projects.", global, "ProjectName")
{
    protected override async Task<int> RunAsync(ParseResult arguments, JsonObject input, AnswerWriter writer, CancellationToken cancellationToken)
    {
        if (input.ContainsKey("ProjectName"))
        {
            return await base.RunAsync(arguments, input, writer, cancellationToken);
        }

        var member = Operation.Pagination!.ResultMember;
        var items = new List<object?>();
        await foreach (var model in Connect(arguments).Models.ListModelsAsync(null, cancellationToken))
        {
            // With the project's name, which the service does not tell: its lists are of one project.
            var page = AnswerReader.Read(Operation, new() { [member] = new JsonArray(ModelShapes.Metadata(model)) });
            var metadata = (JsonMap)((object?[])page[member]!)[0]!;
            metadata.Insert(0, "ProjectName", model.ProjectName);
            items.Add(metadata);
        }

        cancellationToken.ThrowIfCancellationRequested();
        writer.Write(new() { [member] = items.ToArray() });
        return ExitCode.Success;
    }
}
