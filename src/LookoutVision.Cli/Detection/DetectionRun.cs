using System.Runtime.CompilerServices;
using LookoutVision.Batch;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Output;
using LookoutVision.Cli.Paging;
using LookoutVision.Cli.Values;
using LookoutVision.Export;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Detection;

/// <summary>Judges many photographs; one that fails does not stop the others.</summary>
/// <param name="models">The model's host.</param>
/// <param name="model">The model.</param>
/// <param name="writer">Writes the verdicts, in the photographs' order.</param>
/// <param name="error">Where failures are told.</param>
/// <param name="report">Takes every verdict, too; null: there is no report.</param>
internal sealed class DetectionRun(IModelHost models, ModelReference model, AnswerWriter writer, TextWriter error, ReportExporter? report)
{
    private const string ResultMember = "DetectAnomalyResults";

    private int _judged;

    private int _failed;

    public async Task<int> RunAsync(IAsyncEnumerable<ImageSource> images, CancellationToken cancellationToken)
    {
        // Lines on the terminal and a bar below them would be in each other's way.
        await DetectionProgressBar.ShowAsync(
            isHidden: !writer.IsWrittenAtTheEnd,
            bar => writer.WriteAsync(new PagedAnswer(ResultMember, PagesAsync(images, bar, cancellationToken))));
        report?.Complete($"Inspection of {_judged} photograph{(_judged == 1 ? "" : "s")}");
        return _failed == 0 ? ExitCode.Success : ExitCode.ServiceError;
    }

    private async IAsyncEnumerable<JsonMap> PagesAsync(
        IAsyncEnumerable<ImageSource> images, IProgress<int>? bar, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var outcomes = DetectionBatch.RunAsync(models, model, images, new BatchOptions(), cancellationToken);
        await foreach (var outcome in outcomes)
        {
            if (outcome.Result is { } result)
            {
                _judged++;
                report?.Add(result);
            }
            else
            {
                _failed++;
                ErrorReport.Tell(error, "DetectAnomalies", outcome.Error!);
            }

            bar?.Report(_judged + _failed);
            yield return new() { [ResultMember] = new object?[] { Item(outcome) } };
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
