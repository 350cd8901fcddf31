using LookoutVision.Engine.Inference;

namespace LookoutVision.Engine.Training.Verdict;

/// <summary>The statistics of training images, each by experts that did not see the image.</summary>
/// <param name="images">How many images there are.</param>
internal sealed class HeldOutStatistics(int images)
{
    private readonly List<StatisticKind> _kinds = [];
    private readonly List<float>[] _values = [.. Enumerable.Range(0, images).Select(_ => new List<float>())];

    /// <summary>What each statistic tells, in the order of <see cref="OfImages"/>.</summary>
    public IReadOnlyList<StatisticKind> Kinds => _kinds;

    /// <param name="kinds">What each of several statistics tells.</param>
    /// <param name="values">Those statistics of each image.</param>
    public void Add(IEnumerable<StatisticKind> kinds, IReadOnlyList<float[]> values)
    {
        _kinds.AddRange(kinds);
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i].AddRange(values[i]);
        }
    }

    /// <param name="kind">What a statistic tells.</param>
    /// <param name="values">Its value of each image.</param>
    public void Add(StatisticKind kind, IEnumerable<float> values) => Add([kind], [.. values.Select(v => new[] { v })]);

    /// <summary>All statistics of each image.</summary>
    public float[][] OfImages() => [.. _values.Select(v => v.ToArray())];
}
