using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>
/// Tells cells that a made-up defect was painted on from sound ones: a network of one hidden layer that looks at how a cell deviates
/// from what is normal at its place, at its features, at how unusual it and the cells around it are, and at how far it is trusted.
/// </summary>
/// <param name="Hidden">Unit by unit, <see cref="Inputs"/> weights each.</param>
/// <param name="Output">A weight a unit, then the intercept.</param>
internal sealed record DefectClassifier(float[] Hidden, float[] Output)
{
    public const int Units = 24;

    /// <summary>The deviations, the features, the logarithm of the distance and its means over three neighbourhoods, that of the trust, and 1.</summary>
    public const int Inputs = (2 * Dimensions) + Neighbourhoods + 2;

    /// <summary>Which of the inputs the logarithm of the trust is.</summary>
    public const int TrustInput = Inputs - 2;

    private const int Dimensions = PositionalGaussian.Dimensions;
    private const int Neighbourhoods = 4;

    // Cells to either side: a small defect stands out from the nearer ones, a part in another pose less so.
    private const int Near = 3;
    private const int Far = 8;

    // Brings inputs to about one; what is further out than the limit is not more telling.
    private const float Limit = 8;
    private const float DeviationScale = 0.3f;
    private const float FeatureScale = 0.5f;
    private const float TypicalLog = 2;

    // What is said of cells that are not known.
    private const float Unknown = -9;

    // The cells that speak for the image: those of a defect of the smallest size that is looked for.
    private const int SurestCells = 2;

    /// <summary>The inputs of all cells, a row of <see cref="Inputs"/> each.</summary>
    /// <param name="cells">The whitened features.</param>
    /// <param name="gaussian">What is normal at each place.</param>
    /// <returns>The inputs in rented memory, and the distances found on the way.</returns>
    public static (FloatImage Inputs, float[] Distances) Look(CellGrid cells, PositionalGaussian gaussian)
    {
        using var deviations = FloatImage.Rent(cells.Width, cells.Height, Dimensions);
        var distances = gaussian.Distances(cells, deviations);
        var logs = CellClassifier.LogDistances(distances);
        float[][] unusual =
        [
            logs, AnomalyMap.Blur(logs, cells.Width, cells.Height),
            AnomalyMap.Mean(logs, cells.Width, cells.Height, Near), AnomalyMap.Mean(logs, cells.Width, cells.Height, Far),
        ];
        var inputs = FloatImage.Rent(cells.Width, cells.Height, Inputs);
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var row = inputs.Pixel(cell);
            Scaled(deviations.Pixel(cell), DeviationScale, row[..Dimensions]);
            Scaled(cells.Features.Pixel(cell), FeatureScale, row.Slice(Dimensions, Dimensions));
            for (var i = 0; i < unusual.Length; i++)
            {
                row[(2 * Dimensions) + i] = unusual[i][cell] - TypicalLog;
            }

            row[TrustInput] = cells.Trust is { } trust ? MathF.Log(trust[cell]) : 0;
            row[^1] = 1;
        }

        return (inputs, distances);
    }

    /// <summary>What the hidden units say of each cell, in rented memory.</summary>
    /// <param name="inputs">What <see cref="Look"/> made of the cells.</param>
    public unsafe FloatImage Activate(FloatImage inputs)
    {
        var units = FloatImage.Rent(inputs.Width, inputs.Height, Units);
        var (byInput, none) = (new float[Hidden.Length], new float[Units]);
        for (var i = 0; i < Hidden.Length; i++)
        {
            byInput[(i % Inputs * Units) + (i / Inputs)] = Hidden[i];
        }

        fixed (float* input = inputs.Data, weights = byInput, start = none, output = units.Data)
        {
            ConvolutionKernel.Row(input, Inputs, 0, 1, Inputs, weights, start, Units, output, inputs.Pixels, 0);
        }

        return units;
    }

    /// <summary>The log odds of one cell being defective.</summary>
    /// <param name="units">What the hidden units say of it.</param>
    public float LogOdds(ReadOnlySpan<float> units) => TensorPrimitives.Dot(units, Output.AsSpan(0, Units)) + Output[^1];

    /// <summary>What the surest cells say of the whole image.</summary>
    /// <param name="cells">The whitened features.</param>
    /// <param name="inputs">What <see cref="Look"/> made of them.</param>
    public float Statistic(CellGrid cells, FloatImage inputs)
    {
        using var units = Activate(inputs);
        var map = new float[cells.Count];
        for (var cell = 0; cell < map.Length; cell++)
        {
            map[cell] = cells.IsOutside(cell) ? Unknown : LogOdds(units.Pixel(cell));
        }

        var surest = Selection.Top(AnomalyMap.Blur(map, cells.Width, cells.Height), SurestCells);
        return TensorPrimitives.Sum<float>(surest) / surest.Length;
    }

    private static void Scaled(ReadOnlySpan<float> values, float scale, Span<float> target)
    {
        TensorPrimitives.Min(values, Limit, target);
        TensorPrimitives.Max(target, -Limit, target);
        TensorPrimitives.Multiply(target, scale, target);
    }
}
