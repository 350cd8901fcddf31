using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>Counts pixels by probability and truth, and finds for each label the threshold of the greatest pooled intersection over union.</summary>
internal sealed class ThresholdChoice(int labels)
{
    private const int Bins = 20;

    // Below this a label was not learned: the highest threshold then marks next to nothing, and so nothing wrong.
    private const double LearnedOverlap = 0.1;

    private readonly long[,] _true = new long[labels, Bins];
    private readonly long[,] _false = new long[labels, Bins];

    /// <summary>Counts one image's pixels.</summary>
    public void Add(float[][] logOdds, byte[]? classes)
    {
        for (var label = 0; label < labels; label++)
        {
            for (var i = 0; i < logOdds[label].Length; i++)
            {
                var bin = Math.Min(Bins - 1, (int)(Bins * LogisticRegression.Sigmoid(logOdds[label][i])));
                if (classes is not null && classes[i] == label + 1)
                {
                    _true[label, bin]++;
                }
                else
                {
                    _false[label, bin]++;
                }
            }
        }
    }

    public void Add(ThresholdChoice other)
    {
        for (var label = 0; label < labels; label++)
        {
            for (var bin = 0; bin < Bins; bin++)
            {
                _true[label, bin] += other._true[label, bin];
                _false[label, bin] += other._false[label, bin];
            }
        }
    }

    public float[] Best() => Enumerable.Range(0, labels).Select(BestOf).ToArray();

    private float BestOf(int label)
    {
        long total = 0, both = 0, marked = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            total += _true[label, bin];
        }

        var (best, at) = (LearnedOverlap, (float)(Bins - 1) / Bins);
        for (var bin = Bins - 1; bin > 0; bin--)
        {
            both += _true[label, bin];
            marked += _true[label, bin] + _false[label, bin];
            var overlap = (double)both / Math.Max(1, total + marked - both);
            if (overlap > best)
            {
                (best, at) = (overlap, (float)bin / Bins);
            }
        }

        return at;
    }
}
