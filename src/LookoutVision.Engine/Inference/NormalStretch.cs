using System.Numerics.Tensors;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>How much normal parts are stretched at each place to lie over the reference.</summary>
/// <param name="Means">The mean of each place, at a quarter of the working size.</param>
/// <param name="Deviations">And its deviation, never nought.</param>
internal sealed record NormalStretch(FloatImage Means, FloatImage Deviations)
{
    // Deviations less than this beyond the mean are all alike.
    private const float Least = 0.05f;

    // How fast a cell's odds grow with its strangeness.
    private const float OddsGrowth = 8;

    // Places that are strange by less are found in any image.
    private const float Ordinary = 2;

    /// <summary>Deviations by which each place is stretched beyond the mean; below nought where it is stretched less.</summary>
    /// <param name="stretch">Of an image, by <see cref="PartStretch"/>.</param>
    public FloatImage Strangeness(FloatImage stretch)
    {
        var strangeness = FloatImage.Rent(stretch.Width, stretch.Height, 1);
        TensorPrimitives.Subtract(stretch.Data, Means.Data, strangeness.Data);
        TensorPrimitives.Divide(strangeness.Data, Deviations.Data, strangeness.Data);
        return strangeness;
    }

    /// <summary>What it adds to the log odds of each cell of an image's grid being defective.</summary>
    public static float[] LogOdds(FloatImage strangeness, WorkingSize size)
    {
        var odds = Array.ConvertAll(strangeness.Data.ToArray(), s => OddsGrowth * MathF.Log(Math.Max(1, s / Ordinary)));
        return Resampler.Resample(odds, strangeness.Width, strangeness.Height, size.GridWidth, size.GridHeight);
    }

    /// <summary>What the strangest place says of the whole image.</summary>
    public static float Statistic(FloatImage strangeness) => MathF.Log(Math.Max(Least, TensorPrimitives.Max<float>(strangeness.Data)));
}
