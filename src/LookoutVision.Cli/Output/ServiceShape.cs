using System.Globalization;
using System.Text.Json.Nodes;

namespace LookoutVision.Cli.Output;

/// <summary>The service's answers, member by member; what is absent is left out.</summary>
internal static class ServiceShape
{
    public static JsonObject DetectAnomalies(DetectAnomalyResult result)
    {
        var shape = new JsonObject
        {
            ["Source"] = new JsonObject { ["Type"] = result.Source.Type },
            ["IsAnomalous"] = result.IsAnomalous,
            ["Confidence"] = result.Confidence,
        };
        if (result.Anomalies is { } anomalies)
        {
            shape["Anomalies"] = new JsonArray([.. anomalies.Select(Anomaly)]);
        }

        if (result.AnomalyMask is { } mask)
        {
            shape["AnomalyMask"] = Convert.ToBase64String(mask);
        }

        return new JsonObject { ["DetectAnomalyResult"] = shape };
    }

    public static JsonObject Status(ModelDescription model) => new() { ["Status"] = model.Status.ToWireName() };

    /// <summary>The service's answer, and beside it what the service keeps in files of a bucket.</summary>
    public static JsonObject DescribeModel(ModelDescription model)
    {
        var shape = new JsonObject { ["ModelVersion"] = model.ModelVersion };
        Add(shape, "ModelArn", model.ModelArn);
        AddCommon(shape, model);
        Add(shape, "EvaluationEndTimestamp", model.EvaluationEndTimestamp is { } end ? Timestamp(end) : null);
        Add(shape, "MinInferenceUnits", model.MinInferenceUnits);
        Add(shape, "MaxInferenceUnits", model.MaxInferenceUnits);
        var answer = new JsonObject { ["ModelDescription"] = shape };
        if (model.Evaluation is { } evaluation)
        {
            var figures = EvaluationShape.Of(evaluation);
            Add(figures, "EvaluationResult", model.EvaluationResult);
            Add(figures, "EvaluationManifest", model.EvaluationManifest);
            answer["ModelEvaluation"] = figures;
        }

        if (model.TrainingAdvice.Count > 0)
        {
            answer["TrainingAdvice"] = AdviceShape.Of(model.TrainingAdvice);
        }

        return answer;
    }

    /// <param name="model">The model.</param>
    /// <param name="withProject">Whether its project is named, which the service does not do: its lists are of one project.</param>
    public static JsonObject ModelMetadata(ModelDescription model, bool withProject = false)
    {
        var shape = new JsonObject();
        Add(shape, "ProjectName", withProject ? model.ProjectName : null);
        Add(shape, "ModelVersion", model.ModelVersion);
        Add(shape, "ModelArn", model.ModelArn);
        AddCommon(shape, model);
        return shape;
    }

    private static void AddCommon(JsonObject shape, ModelDescription model)
    {
        Add(shape, "CreationTimestamp", Timestamp(model.CreationTimestamp));
        Add(shape, "Description", model.Description);
        Add(shape, "Status", model.Status.ToWireName());
        Add(shape, "StatusMessage", model.StatusMessage);
        if (model.Performance is { } performance)
        {
            shape["Performance"] = new JsonObject
            {
                ["F1Score"] = performance.F1Score,
                ["Recall"] = performance.Recall,
                ["Precision"] = performance.Precision,
            };
        }
    }

    private static JsonNode Anomaly(Anomaly anomaly) => new JsonObject
    {
        ["Name"] = anomaly.Name,
        ["PixelAnomaly"] = new JsonObject
        {
            ["TotalPercentageArea"] = anomaly.PixelAnomaly.TotalPercentageArea,
            ["Color"] = anomaly.PixelAnomaly.Color,
        },
    };

    // The AWS command shows ISO 8601 with the zone, whatever the wire has.
    private static string Timestamp(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    private static void Add(JsonObject shape, string name, JsonNode? value)
    {
        if (value is not null)
        {
            shape[name] = value;
        }
    }
}
