using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Tests.Training.Verdict;

/// <summary>Statistics of images, each from a normal law of deviation one.</summary>
internal sealed class RandomStatistics(params StatisticKind[] kinds)
{
    private readonly SeededRandom _random = new(1, 0);

    public IReadOnlyList<StatisticKind> Kinds => kinds;

    /// <summary>Images whose statistics are centred on a shift.</summary>
    public float[][] Of(int images, float shift) => Of(images, _ => shift);

    /// <summary>Images whose statistics are centred on what is said of their kind.</summary>
    public float[][] Of(int images, Func<StatisticKind, float> shift) =>
        [.. Enumerable.Range(0, images).Select(_ => kinds.Select(k => _random.NextNormal() + shift(k)).ToArray())];
}
