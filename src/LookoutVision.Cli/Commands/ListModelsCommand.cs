using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Operations;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Cli.Paging;
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

        var models = PagesAsync(Connect(arguments).Models, cancellationToken);
        await writer.WriteMergedAsync(new PagedAnswer(Operation.Pagination!.ResultMember, models));
        return ExitCode.Success;
    }

    private async IAsyncEnumerable<JsonMap> PagesAsync(IModelHost host, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var member = Operation.Pagination!.ResultMember;
        await foreach (var model in host.ListModelsAsync(null, cancellationToken))
        {
            // With the project's name, which the service does not tell: its lists are of one project.
            var page = AnswerReader.Read(Operation, new() { [member] = new JsonArray(ModelShapes.Metadata(model)) });
            ((JsonMap)((object?[])page[member]!)[0]!).Insert(0, "ProjectName", model.ProjectName);
            yield return page;
        }

        cancellationToken.ThrowIfCancellationRequested();

        // The answer has its list also where there are no models.
        yield return new() { [member] = Array.Empty<object?>() };
    }
}
