namespace LookoutVision.Engine.Training;

/// <summary>How far a training is.</summary>
/// <param name="Stage">What is being done, in words.</param>
/// <param name="Fraction">0..1 of the whole; never falls.</param>
public sealed record TrainingProgress(string Stage, double Fraction);
