using LookoutVision.Datasets;

namespace LookoutVision.Benchmarks.Accuracy.Data;

/// <summary>Labelled images in two parts that have none in common.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Seed">The training's seed.</param>
/// <param name="Train">To learn from.</param>
/// <param name="Test">To judge.</param>
internal sealed record Split(string Name, int Seed, Dataset Train, Dataset Test);
