using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Values;
using LookoutVision.Service.Model;
using LookoutVision.Service.Operations;

namespace LookoutVision.Cli.Detection;

/// <summary>Verdicts as they are written.</summary>
internal static class DetectionShape
{
    /// <summary>The service's answer.</summary>
    public static JsonMap Answer(ServiceOperation operation, DetectAnomalyResult result) =>
        AnswerReader.Read(operation, new() { ["DetectAnomalyResult"] = DetectionShapes.Result(result) });

    /// <summary>The service's answer about one photograph of many.</summary>
    public static JsonMap Item(string path, JsonMap answer)
    {
        answer.Insert(0, "Path", path);
        return answer;
    }

    /// <summary>What went wrong with one photograph of many.</summary>
    public static JsonMap Item(string path, LookoutVisionException error) => new()
    {
        ["Path"] = path,
        ["Error"] = new JsonMap { ["Code"] = error.ErrorCode, ["Message"] = ErrorReport.Sentences(error) },
    };

    /// <summary>A line of a table: a verdict, or an error.</summary>
    public static JsonMap Row(string path, DetectAnomalyResult? result, LookoutVisionException? error) => new()
    {
        ["Path"] = path,
        ["IsAnomalous"] = result?.IsAnomalous,
        ["Confidence"] = result?.Confidence,
        ["AnomalyName"] = result?.AnomalyName,
        ["AnomalyArea"] = result?.AnomalyArea,
        ["ProjectName"] = result?.ProjectName,
        ["ModelVersion"] = result?.ModelVersion,
        ["Error"] = error is null ? null : ErrorReport.Sentences(error),
    };
}
