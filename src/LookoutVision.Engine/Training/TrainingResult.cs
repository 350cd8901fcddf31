using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Inference;

namespace LookoutVision.Engine.Training;

/// <summary>A trained model and how well it does on images it did not learn from.</summary>
/// <param name="Model">The model.</param>
/// <param name="Evaluation">Judged on the test samples, else by cross-validation. Where no anomalous image was there, only false alarms can be told.</param>
public sealed record TrainingResult(AnomalyModel Model, EvaluationReport Evaluation);
