using System.Numerics.Tensors;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Learns how strong lines are in normal images, and judges every training image by what was learned without it.</summary>
internal sealed class NormalLinesLearner(TrainingSet set)
{
    private const int Kinds = LineDetector.Kinds;

    // Of lightness, in hundreds of CIE L*: where normal images show the same to the level, camera noise would look strange.
    private const float Floor = 0.01f;

    private readonly WorkingSize _places = set.Reader.Scale.Typical;

    /// <returns>What was learned from all normal images, and each image's held-out statistic.</returns>
    public (NormalLines Lines, float[] HeldOut) Learn(CancellationToken cancellationToken)
    {
        var images = new (FloatImage Lines, bool[]? Outside)[set.Count];
        Loops.For(images.Length, set.Threads, i => images[i] = Look(i), cancellationToken);
        var strongest = new float[set.Normals.Length][];
        Loops.For(strongest.Length, set.Threads, n => strongest[n] = Strongest(images[set.Normals[n]]), cancellationToken);
        var heldOut = new float[set.Count];
        Loops.For(Folds.Count, set.Threads, fold =>
        {
            var lines = Fit(strongest.Where((_, n) => set.FoldOf[set.Normals[n]] != fold).ToArray());
            foreach (var i in set.Inside(fold))
            {
                heldOut[i] = NormalLines.Statistic(lines.Strangeness(images[i].Lines, images[i].Outside));
            }
        }, cancellationToken);
        return (Fit(strongest), heldOut);
    }

    private (FloatImage Lines, bool[]? Outside) Look(int image)
    {
        using var aligned = set.ReadAligned(image);
        return NormalLines.Look(aligned, set.Reader.SizeOf(image));
    }

    /// <summary>The strongest line at each place, or in a cell beside it: a part never lies quite as the last one did. Less than any line where the image does not reach.</summary>
    private float[] Strongest((FloatImage Lines, bool[]? Outside) image)
    {
        var (lines, outside) = image;
        var strongest = new float[_places.Cells * Kinds];
        Array.Fill(strongest, float.MinValue);
        var (rows, columns) = (GridPlaces.Of(lines.Height, _places.GridHeight), GridPlaces.Of(lines.Width, _places.GridWidth));
        for (var cell = 0; cell < lines.Pixels; cell++)
        {
            if (outside is not null && outside[cell])
            {
                continue;
            }

            var (x, y) = (cell % lines.Width, cell / lines.Width);
            foreach (var row in Places(rows, y))
            {
                foreach (var column in Places(columns, x))
                {
                    var place = strongest.AsSpan(((row * _places.GridWidth) + column) * Kinds, Kinds);
                    TensorPrimitives.Max(place, lines.Pixel(cell), place);
                }
            }
        }

        return strongest;
    }

    /// <summary>The places of a cell and of those beside it, from the first to the last.</summary>
    private static IEnumerable<int> Places(int[] places, int cell)
    {
        var (first, last) = (places[Math.Max(0, cell - 1)], places[Math.Min(places.Length - 1, cell + 1)]);
        for (var place = first; place <= last; place++)
        {
            yield return place;
        }
    }

    private NormalLines Fit(float[][] strongest)
    {
        var (means, variances) = (new float[_places.Cells * Kinds], new float[_places.Cells * Kinds]);
        for (var i = 0; i < means.Length; i++)
        {
            double sum = 0, squares = 0;
            var count = 0;
            foreach (var image in strongest)
            {
                if (image[i] > float.MinValue)
                {
                    sum += image[i];
                    squares += image[i] * (double)image[i];
                    count++;
                }
            }

            // Of a place that no image reaches nothing is known: no line is strange there.
            means[i] = count == 0 ? 1 : (float)(sum / count);
            variances[i] = count == 0 ? 0 : (float)Math.Max(0, (squares / count) - (sum / count * (sum / count)));
        }

        return new NormalLines(OfPlaces(means), OfPlaces(Deviations(variances)));

        FloatImage OfPlaces(float[] values) => new(_places.GridWidth, _places.GridHeight, Kinds, values);
    }

    /// <summary>Few images tell little of a place's deviation, so its neighbours have a say.</summary>
    private float[] Deviations(float[] variances)
    {
        var deviations = new float[variances.Length];
        for (var kind = 0; kind < Kinds; kind++)
        {
            var blurred = AnomalyMap.Blur(variances.Where((_, i) => i % Kinds == kind).ToArray(), _places.GridWidth, _places.GridHeight);
            for (var place = 0; place < blurred.Length; place++)
            {
                deviations[(place * Kinds) + kind] = MathF.Sqrt(blurred[place]) + Floor;
            }
        }

        return deviations;
    }
}
