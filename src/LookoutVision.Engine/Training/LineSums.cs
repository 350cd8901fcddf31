using System.Numerics.Tensors;
using LookoutVision.Engine.Features;

namespace LookoutVision.Engine.Training;

/// <summary>How strong lines were at each place of some images, added up, so that those of a part can be taken away again.</summary>
/// <param name="places">How many places there are.</param>
internal sealed class LineSums(int places)
{
    private const int Kinds = LineDetector.Kinds;

    private readonly int[] _counts = new int[places];
    private readonly double[] _sums = new double[places * Kinds];
    private readonly double[] _squares = new double[places * Kinds];

    /// <summary>Adds what an image shows.</summary>
    /// <param name="strongest">Of each place of one image; the least that there is where it does not reach.</param>
    public void Add(ReadOnlySpan<float> strongest)
    {
        for (var place = 0; place < _counts.Length; place++)
        {
            if (strongest[place * Kinds] == float.MinValue)
            {
                continue;
            }

            _counts[place]++;
            for (var i = place * Kinds; i < (place + 1) * Kinds; i++)
            {
                _sums[i] += strongest[i];
                _squares[i] += strongest[i] * (double)strongest[i];
            }
        }
    }

    /// <summary>Adds what others say.</summary>
    public void Add(LineSums others)
    {
        TensorPrimitives.Add<int>(_counts, others._counts, _counts);
        TensorPrimitives.Add<double>(_sums, others._sums, _sums);
        TensorPrimitives.Add<double>(_squares, others._squares, _squares);
    }

    /// <summary>What is left without images that were added.</summary>
    public LineSums Without(LineSums others)
    {
        var rest = new LineSums(_counts.Length);
        TensorPrimitives.Subtract<int>(_counts, others._counts, rest._counts);
        TensorPrimitives.Subtract<double>(_sums, others._sums, rest._sums);
        TensorPrimitives.Subtract<double>(_squares, others._squares, rest._squares);
        return rest;
    }

    /// <summary>The mean and the variance of each kind at each place. Of a place that no image reached nothing is known: no line is strange there.</summary>
    public (float[] Means, float[] Variances) Moments()
    {
        var (means, variances) = (new float[_sums.Length], new float[_sums.Length]);
        for (var i = 0; i < means.Length; i++)
        {
            var count = _counts[i / Kinds];
            var mean = count == 0 ? 1 : _sums[i] / count;
            means[i] = (float)mean;
            variances[i] = count == 0 ? 0 : (float)Math.Max(0, (_squares[i] / count) - (mean * mean));
        }

        return (means, variances);
    }
}
