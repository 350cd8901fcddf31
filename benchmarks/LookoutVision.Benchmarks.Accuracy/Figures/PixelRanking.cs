namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>How well heat maps rank the pixels of defects above all others, over the pixels of all images together.</summary>
internal sealed class PixelRanking
{
    // Values are counted by their log odds: steps of a thousandth, up to a probability of one in a billion from either end.
    private const double Finest = 20;
    private const int StepsPerUnit = 1000;

    private readonly long[] _defective = new long[(int)(2 * Finest * StepsPerUnit) + 1];
    private readonly long[] _sound = new long[(int)(2 * Finest * StepsPerUnit) + 1];

    /// <summary>Counts one image.</summary>
    /// <param name="values">0..1, a pixel each.</param>
    /// <param name="classes">The class of each, 0 where it is sound; null where all are.</param>
    public void Add(float[] values, byte[]? classes)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var logOdds = Math.Clamp(Math.Log(values[i] / (1.0 - values[i])), -Finest, Finest);
            (classes is null || classes[i] == 0 ? _sound : _defective)[(int)((logOdds + Finest) * StepsPerUnit)]++;
        }
    }

    /// <summary>The chance that a defect's pixel has a higher value than another one, ties counted half; NaN where no mask was known.</summary>
    public double RocAuc()
    {
        double wins = 0, below = 0;
        for (var step = 0; step < _sound.Length; step++)
        {
            wins += _defective[step] * (below + (_sound[step] / 2.0));
            below += _sound[step];
        }

        return wins / (below * _defective.Sum());
    }
}
