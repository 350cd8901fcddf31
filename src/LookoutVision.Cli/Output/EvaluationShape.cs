using LookoutVision.Cli.Values;
using LookoutVision.Engine.Evaluation;
using LookoutVision.Evaluation;

namespace LookoutVision.Cli.Output;

/// <summary>How well a model does, with the names of the service's EvaluationResult; what is not defined is left out.</summary>
internal static class EvaluationShape
{
    public static JsonMap Of(ModelMeasurement measured)
    {
        var shape = new JsonMap();
        if (measured.Method is { } method)
        {
            shape["Method"] = method.ToString();
        }

        shape["Images"] = (long)measured.Images;
        Add(shape, "Accuracy", measured.Accuracy);
        Add(shape, "Precision", measured.Precision);
        Add(shape, "Recall", measured.Recall);
        Add(shape, "F1Score", measured.F1Score);
        Add(shape, "ROCAUC", measured.RocAuc);
        Add(shape, "AveragePrecision", measured.AveragePrecision);
        Add(shape, "ExpectedCalibrationError", measured.ExpectedCalibrationError);
        AddList(shape, "PixelAnomalyClassMetrics", measured.Labels.Select(Label));
        AddList(shape, "WrongImages", measured.WrongImages.Select(Verdict));
        AddList(shape, "FailedImages", measured.FailedImages.Select(f => new JsonMap { ["Path"] = f.Path, ["Error"] = f.Error.Message }));
        return shape;
    }

    private static JsonMap Label(LabelMetrics label)
    {
        var shape = new JsonMap();
        Add(shape, "Precision", label.Precision);
        Add(shape, "Recall", label.Recall);
        Add(shape, "F1Score", label.F1Score);
        Add(shape, "AIOU", label.AverageIoU);
        shape["ClassName"] = label.Name;
        return shape;
    }

    private static JsonMap Verdict(ImageVerdict verdict) => new()
    {
        ["Path"] = verdict.Path,
        ["Label"] = NameOf(verdict.IsAnomalous),
        ["Detected"] = NameOf(verdict.DetectedAnomalous),
        ["Confidence"] = verdict.Confidence,
    };

    private static string NameOf(bool isAnomalous) => isAnomalous ? "anomaly" : "normal";

    private static void Add(JsonMap shape, string name, double figure)
    {
        if (double.IsFinite(figure))
        {
            shape[name] = figure;
        }
    }

    private static void AddList(JsonMap shape, string name, IEnumerable<JsonMap> items)
    {
        object?[] list = [.. items];
        if (list.Length > 0)
        {
            shape[name] = list;
        }
    }
}
