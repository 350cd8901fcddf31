using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.Output;

/// <summary>How a model of this machine was trained, which the service keeps in files of a bucket or does not tell.</summary>
internal static class TrainingShape
{
    /// <summary>Adds it to an answer about the model.</summary>
    public static void AddTo(JsonMap answer, ModelDescription model)
    {
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
    }

    private static void Add(JsonMap shape, string name, string? value)
    {
        if (value is not null)
        {
            shape[name] = value;
        }
    }
}
