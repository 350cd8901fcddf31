using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Inference;

namespace LookoutVision.Engine.Training;

/// <summary>A trained model and how well it does on images it did not learn from.</summary>
/// <param name="Model">The model.</param>
/// <param name="CrossValidation">Of the training samples, each judged by what did not learn from it. Where no anomalous image was there, only false alarms can be told.</param>
/// <param name="Test">Of the test samples; null where there were none.</param>
public sealed record TrainingResult(AnomalyModel Model, EvaluationReport CrossValidation, EvaluationReport? Test)
{
    /// <summary>How well the model does: of the test samples, where there were any, else by cross-validation.</summary>
    public EvaluationReport Evaluation => Test ?? CrossValidation;
}
