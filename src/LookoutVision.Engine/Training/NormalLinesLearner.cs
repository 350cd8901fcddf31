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
        var images = new (HalfImage Lines, bool[]? Outside)[set.Count];
        Loops.For(images.Length, set.Threads, i => images[i] = Look(i), cancellationToken);
        var sums = new LineSums[Folds.Count];
        Loops.For(sums.Length, set.Threads, fold =>
        {
            sums[fold] = new LineSums(_places.Cells);
            foreach (var i in set.Inside(fold).Where(i => !set.IsAnomalous[i]))
            {
                sums[fold].Add(Strongest(images[i]));
            }
        }, cancellationToken);
        var all = new LineSums(_places.Cells);
        foreach (var fold in sums)
        {
            all.Add(fold);
        }

        var heldOut = new float[set.Count];
        Loops.For(sums.Length, set.Threads, fold =>
        {
            var lines = Fit(all.Without(sums[fold]));
            foreach (var i in set.Inside(fold))
            {
                using var seen = images[i].Lines.Read();
                heldOut[i] = NormalLines.Statistic(lines.Strangeness(seen, images[i].Outside));
            }
        }, cancellationToken);
        return (Fit(all), heldOut);
    }

    private (HalfImage Lines, bool[]? Outside) Look(int image)
    {
        using var aligned = set.ReadAligned(image);
        var (lines, outside) = NormalLines.Look(aligned, set.Reader.SizeOf(image));
        using var held = lines;
        return (new HalfImage(lines), outside);
    }

    /// <summary>The strongest line at each place, or in a cell beside it: a part never lies quite as the last one did. Less than any line where the image does not reach.</summary>
    private float[] Strongest((HalfImage Lines, bool[]? Outside) image)
    {
        using var lines = image.Lines.Read();
        var strongest = new float[_places.Cells * Kinds];
        Array.Fill(strongest, float.MinValue);
        var (rows, columns) = (GridPlaces.Of(lines.Height, _places.GridHeight), GridPlaces.Of(lines.Width, _places.GridWidth));
        for (var cell = 0; cell < lines.Pixels; cell++)
        {
            if (image.Outside is { } outside && outside[cell])
            {
                continue;
            }

            var ((top, bottom), (left, right)) = (Reach(rows, cell / lines.Width), Reach(columns, cell % lines.Width));
            for (var row = top; row <= bottom; row++)
            {
                for (var column = left; column <= right; column++)
                {
                    var place = strongest.AsSpan(((row * _places.GridWidth) + column) * Kinds, Kinds);
                    TensorPrimitives.Max(place, lines.Pixel(cell), place);
                }
            }
        }

        return strongest;
    }

    /// <summary>The first and the last place of a cell and of those beside it.</summary>
    private static (int First, int Last) Reach(int[] places, int cell) =>
        (places[Math.Max(0, cell - 1)], places[Math.Min(places.Length - 1, cell + 1)]);

    private NormalLines Fit(LineSums sums)
    {
        var (means, variances) = sums.Moments();
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
