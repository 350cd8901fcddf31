using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>
/// Turns and moves an image until its correlation with the reference is greatest: enhanced correlation coefficient
/// (Evangelidis and Psarakis 2008), forward additive, three parameters. Changes of brightness and contrast do not matter to it.
/// </summary>
internal static class EccRefinement
{
    /// <summary>The best transform found and its correlation.</summary>
    public static (RigidTransform Transform, double Correlation) Refine(FloatImage reference, FloatImage image, RigidTransform start, int steps)
    {
        var best = (Transform: start, Correlation: double.NegativeInfinity);
        var transform = start;
        var (referenceNorm, template) = Centred(reference.Data);
        for (var step = 0; step <= steps; step++)
        {
            using var warped = RigidWarp.Apply(image, transform);
            var (warpedNorm, pixels) = Centred(warped.Data);
            var correlation = Dot(template, pixels) / Math.Max(1e-12, referenceNorm * warpedNorm);
            if (correlation > best.Correlation)
            {
                best = (transform, correlation);
            }
            else if (step > 2 && correlation < best.Correlation - 1e-3)
            {
                break;
            }

            if (step == steps || Step(warped, template, pixels, transform) is not { } next)
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

    private static RigidTransform? Step(FloatImage warped, double[] template, double[] pixels, RigidTransform transform)
    {
        // Gradients of the warped image, turned back into the image's own axes, times the change of position by each parameter.
        var (width, height) = (warped.Width, warped.Height);
        var columns = new[] { new double[pixels.Length], new double[pixels.Length], new double[pixels.Length] };
        var (sin, cos) = Math.SinCos(transform.Angle);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = (y * width) + x;
                var gx = (warped.Data[(y * width) + Math.Min(x + 1, width - 1)] - warped.Data[(y * width) + Math.Max(x - 1, 0)]) / 2.0;
                var gy = (warped.Data[(Math.Min(y + 1, height - 1) * width) + x] - warped.Data[(Math.Max(y - 1, 0) * width) + x]) / 2.0;
                columns[0][at] = (gy * (x - ((width - 1) / 2.0))) - (gx * (y - ((height - 1) / 2.0)));
                columns[1][at] = (cos * gx) - (sin * gy);
                columns[2][at] = (sin * gx) + (cos * gy);
            }
        }

        for (var k = 0; k < 3; k++)
        {
            var mean = columns[k].Average();
            for (var i = 0; i < pixels.Length; i++)
            {
                columns[k][i] -= mean;
            }
        }

        var hessian = new double[9];
        var onPixels = new double[3];
        var onTemplate = new double[3];
        for (var k = 0; k < 3; k++)
        {
            onPixels[k] = Dot(columns[k], pixels);
            onTemplate[k] = Dot(columns[k], template);
            for (var j = 0; j <= k; j++)
            {
                hessian[(k * 3) + j] = Dot(columns[k], columns[j]);
            }
        }

        if (!Cholesky.Factor(hessian, 3))
        {
            return null;
        }

        var projected = (double[])onPixels.Clone();
        Cholesky.Solve(hessian, 3, projected);
        var numerator = Dot(pixels, pixels) - Dot(onPixels, projected);
        var denominator = Dot(template, pixels) - Dot(onTemplate, projected);
        if (!(denominator > 1e-12))
        {
            return null;
        }

        var scale = numerator / denominator;
        var change = onTemplate.Select((t, k) => (scale * t) - onPixels[k]).ToArray();
        Cholesky.Solve(hessian, 3, change);
        return new RigidTransform(transform.Angle + change[0], transform.X + change[1], transform.Y + change[2]);
    }

    private static (double Norm, double[] Values) Centred(ReadOnlySpan<float> values)
    {
        var centred = new double[values.Length];
        var mean = 0.0;
        foreach (var value in values)
        {
            mean += value / (double)values.Length;
        }

        for (var i = 0; i < centred.Length; i++)
        {
            centred[i] = values[i] - mean;
        }

        return (Math.Sqrt(Dot(centred, centred)), centred);
    }

    private static double Dot(double[] a, double[] b) => TensorPrimitives.Dot<double>(a, b);
}
