using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>
/// Turns and moves an image until its correlation with the reference is greatest: enhanced correlation coefficient
/// (Evangelidis and Psarakis 2008), forward additive, three parameters. Changes of brightness and contrast do not matter to it.
/// </summary>
/// <param name="reference">One channel.</param>
internal sealed class EccRefinement(FloatImage reference)
{
    private readonly double[] _template = new double[reference.Pixels];
    private readonly double[] _pixels = new double[reference.Pixels];
    private readonly SteepestDescent _descent = new(reference.Width, reference.Height);

    /// <summary>The best transform found and its correlation.</summary>
    public (RigidTransform Transform, double Correlation) Refine(FloatImage image, RigidTransform start, int steps)
    {
        var best = (Transform: start, Correlation: double.NegativeInfinity);
        var transform = start;
        var referenceNorm = Centre(reference.Data, _template);
        for (var step = 0; step <= steps; step++)
        {
            using var warped = RigidWarp.Apply(image, transform);
            var warpedNorm = Centre(warped.Data, _pixels);
            var correlation = TensorPrimitives.Dot<double>(_template, _pixels) / Math.Max(1e-12, referenceNorm * warpedNorm);
            if (correlation > best.Correlation)
            {
                best = (transform, correlation);
            }
            else if (step > 2 && correlation < best.Correlation - 1e-3)
            {
                break;
            }

            if (step == steps || Step(transform) is not { } next)
            {
                break;
            }

            var moved = Math.Abs(next.X - transform.X) + Math.Abs(next.Y - transform.Y) + (Math.Abs(next.Angle - transform.Angle) * image.Width);
            transform = next;
            if (moved < 0.01)
            {
                break;
            }
        }

        return best;
    }

    private RigidTransform? Step(RigidTransform transform)
    {
        _descent.Fill(_pixels, transform.Angle);
        var hessian = _descent.Hessian();
        var onPixels = _descent.Project(_pixels);
        var onTemplate = _descent.Project(_template);
        if (!Cholesky.Factor(hessian, SteepestDescent.Parameters))
        {
            return null;
        }

        var projected = (double[])onPixels.Clone();
        Cholesky.Solve(hessian, SteepestDescent.Parameters, projected);
        var numerator = TensorPrimitives.SumOfSquares<double>(_pixels) - TensorPrimitives.Dot<double>(onPixels, projected);
        var denominator = TensorPrimitives.Dot<double>(_template, _pixels) - TensorPrimitives.Dot<double>(onTemplate, projected);
        if (!(denominator > 1e-12))
        {
            return null;
        }

        var scale = numerator / denominator;
        var change = onTemplate.Select((t, k) => (scale * t) - onPixels[k]).ToArray();
        Cholesky.Solve(hessian, SteepestDescent.Parameters, change);
        return new RigidTransform(transform.Angle + change[0], transform.X + change[1], transform.Y + change[2]);
    }

    /// <summary>Values less their mean; returns their norm.</summary>
    private static double Centre(ReadOnlySpan<float> values, double[] centred)
    {
        for (var i = 0; i < centred.Length; i++)
        {
            centred[i] = values[i];
        }

        TensorPrimitives.Subtract(centred, TensorPrimitives.Sum<double>(centred) / centred.Length, centred);
        return TensorPrimitives.Norm<double>(centred);
    }
}
