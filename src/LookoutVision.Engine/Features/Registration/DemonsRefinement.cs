using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>
/// Bends an image until it looks like the reference, from coarse to fine: demons (Thirion 1998) with the gradients of both images, each
/// step and the whole displacement smoothed (Vercauteren et al. 2009). A limb that is bent is followed; what is missing stays missing.
/// </summary>
internal sealed class DemonsRefinement
{
    private const int Levels = 3;
    private const int Steps = 20;

    // Pixels: at most so many a step, and in all at the finest level.
    private const float MaxStep = 0.5f;
    private const float MaxDisplacement = 8;

    // Differences of lightness, in hundreds of CIE L*, that are as likely noise.
    private const float Noise = 0.01f;

    // Deviations of Gaussians, in pixels of each level: how far a step carries its neighbours along, and how stiff the part is.
    private const float StepSmoothing = 2;
    private const float Stiffness = 1.2f;

    private readonly FloatImage[] _reference;
    private readonly Displacement[] _gradients;

    /// <param name="reference">Its lightness at a quarter of the working size.</param>
    public DemonsRefinement(FloatImage reference)
    {
        _reference = Pyramid.Build(reference, Levels);
        _gradients = Array.ConvertAll(_reference, Gradient);
    }

    /// <param name="image">Lightness at a quarter of the working size, laid over the reference as well as turning and moving can.</param>
    public Displacement Refine(FloatImage image)
    {
        using var matched = Matched(image);
        var pyramid = Pyramid.Build(matched, Levels);
        var found = Displacement.None(pyramid[^1].Width, pyramid[^1].Height);
        for (var level = Levels - 1; level >= 0; level--)
        {
            if (level < Levels - 1)
            {
                using var coarse = found;
                found = coarse.Doubled(pyramid[level].Width, pyramid[level].Height);
            }

            for (var step = 0; step < Steps; step++)
            {
                using var last = found;
                found = Step(level, pyramid[level], last);
            }
        }

        return found;
    }

    /// <summary>The image with the reference's brightness and contrast, by least squares.</summary>
    private FloatImage Matched(FloatImage image)
    {
        var wanted = _reference[0].Data;
        var values = image.Data;
        var (wantedMean, mean) = (TensorPrimitives.Sum<float>(wanted) / wanted.Length, TensorPrimitives.Sum<float>(values) / values.Length);
        var variance = (TensorPrimitives.SumOfSquares<float>(values) / values.Length) - (mean * mean);
        var covariance = (TensorPrimitives.Dot<float>(wanted, values) / values.Length) - (wantedMean * mean);
        var gain = Math.Max(0, covariance) / (Math.Max(0, variance) + 1e-6f);
        var result = FloatImage.Rent(image.Width, image.Height, 1);
        TensorPrimitives.Multiply(values, gain, result.Data);
        TensorPrimitives.Add(result.Data, wantedMean - (gain * mean), result.Data);
        return result;
    }

    private Displacement Step(int level, FloatImage image, Displacement last)
    {
        using var moved = last.Warp(image);
        using var forces = Forces(level, moved);
        using var step = forces.Smoothed(StepSmoothing);
        step.Add(last);
        var next = step.Smoothed(Stiffness);
        next.Limit(MaxDisplacement / (1 << level));
        return next;
    }

    /// <summary>How far each pixel would go by itself.</summary>
    private Displacement Forces(int level, FloatImage moved)
    {
        var (reference, gradient, forces) = (_reference[level], _gradients[level], Gradient(moved));
        var (difference, size) = (new float[moved.Width], new float[moved.Width]);
        for (var row = 0; row < moved.Height; row++)
        {
            var x = forces.X.Row(row);
            var y = forces.Y.Row(row);
            TensorPrimitives.Add(x, gradient.X.Row(row), x);
            TensorPrimitives.Add(y, gradient.Y.Row(row), y);
            TensorPrimitives.Subtract(reference.Row(row), moved.Row(row), difference);

            // The difference over the squared gradient, which takes it away where the image is a slope; bounded where there is none.
            TensorPrimitives.Multiply(difference, difference, size);
            TensorPrimitives.Multiply(size, 1 / (4 * MaxStep * MaxStep), size);
            TensorPrimitives.MultiplyAdd(x, x, size, size);
            TensorPrimitives.MultiplyAdd(y, y, size, size);
            TensorPrimitives.Add(size, Noise * Noise, size);
            TensorPrimitives.Divide(difference, size, difference);
            TensorPrimitives.Multiply(x, difference, x);
            TensorPrimitives.Multiply(y, difference, y);
        }

        return forces;
    }

    /// <summary>A quarter of the difference of the pixels on either side: half of what the mean gradient of two images takes.</summary>
    private static Displacement Gradient(FloatImage image)
    {
        var (width, height) = (image.Width, image.Height);
        var gradient = new Displacement(FloatImage.Rent(width, height, 1), FloatImage.Rent(width, height, 1));
        for (var row = 0; row < height; row++)
        {
            var source = image.Row(row);
            var across = gradient.X.Row(row);
            var down = gradient.Y.Row(row);
            across[0] = across[^1] = 0;
            TensorPrimitives.Subtract(source[2..], source[..^2], across[1..^1]);
            TensorPrimitives.Multiply(across, 0.25f, across);
            TensorPrimitives.Subtract(image.Row(Math.Min(height - 1, row + 1)), image.Row(Math.Max(0, row - 1)), down);
            TensorPrimitives.Multiply(down, 0.25f, down);
        }

        return gradient;
    }
}
