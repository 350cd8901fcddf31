using LookoutVision.Batch;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Output;
using LookoutVision.Cli.Paging;
using LookoutVision.Cli.Values;
using LookoutVision.Export;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Detection;

/// <summary>Writes what becomes of many photographs; one that fails does not stop the others.</summary>
/// <param name="writer">Writes the verdicts, in the photographs' order.</param>
/// <param name="error">Where failures are told.</param>
/// <param name="report">Takes every verdict, too; null: there is no report.</param>
internal sealed class DetectionRun(AnswerWriter writer, TextWriter error, ReportExporter? report)
{
    private const string ResultMember = "DetectAnomalyResults";

    private int _judged;

    private int _failed;

    public async Task<int> RunAsync(IAsyncEnumerable<DetectionOutcome> outcomes)
    {
        // Lines on the terminal and a bar below them would be in each other's way.
        await DetectionProgressBar.ShowAsync(
            isHidden: !writer.IsWrittenAtTheEnd,
            bar => writer.WriteAsync(new PagedAnswer(ResultMember, PagesAsync(outcomes, bar))));
        report?.Complete($"Inspection of {_judged} photograph{(_judged == 1 ? "" : "s")}");
        return _failed == 0 ? ExitCode.Success : ExitCode.ServiceError;
    }

    private async IAsyncEnumerable<JsonMap> PagesAsync(IAsyncEnumerable<DetectionOutcome> outcomes, IProgress<int>? bar)
    {
        await foreach (var outcome in outcomes)
        {
            if (outcome.Error is { } fault)
            {
                _failed++;
                ErrorReport.Tell(error, "DetectAnomalies", fault, outcome.Image.Name);
            }
            else
            {
                _judged++;
            }

            bar?.Report(_judged + _failed);
            yield return new() { [ResultMember] = new object?[] { Item(outcome) } };

            // Afterwards: a verdict is told also where the report cannot take it.
            if (outcome.Result is { } result)
            {
                report?.Add(result);
            }
        }
    }

    private JsonMap Item(DetectionOutcome outcome)
    {
        var path = outcome.Image.Name;
        return writer.HasRows ? DetectionShape.Row(path, outcome.Result, outcome.Error)
            : outcome.Result is { } result ? DetectionShape.Item(path, DetectionShape.Answer(ServiceOperations.Get("DetectAnomalies"), result))
            : DetectionShape.Item(path, outcome.Error!);
    }
}
