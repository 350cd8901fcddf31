using System.Runtime.Intrinsics;

namespace LookoutVision.Engine.Numerics;

/// <summary>The inner loop of learning: how a convolution's weights must change, from its input and the gradient at its output.</summary>
internal static unsafe class GradientKernel
{
    private const int TapBlock = 4;

    /// <summary>weightGradient[i * filters + k] += sum over p of input[p * pixelStride + i] * gradient[p * filters + k], for one run of taps.</summary>
    /// <param name="input">The run's first float at the first pixel.</param>
    /// <param name="pixelStride">Floats from pixel to pixel.</param>
    /// <param name="runLength">Taps of the run.</param>
    /// <param name="gradient">The gradient at the output, row of pixels.</param>
    /// <param name="filters">A multiple of 8.</param>
    /// <param name="weightGradient">Where to add.</param>
    /// <param name="pixels">Pixels of the row.</param>
    public static void Row(float* input, int pixelStride, int runLength, float* gradient, int filters, float* weightGradient, int pixels)
    {
        for (var k = 0; k < filters;)
        {
            var wide = Simd.HasWide && filters - k >= 2 * ConvolutionKernel.FilterBlock;
            var i = 0;
            for (; wide && i + TapBlock <= runLength; i += TapBlock)
            {
                FourTapsWide(input + i, pixelStride, gradient + k, filters, weightGradient + (i * filters) + k, pixels);
            }

            for (; i + TapBlock <= runLength; i += TapBlock)
            {
                FourTaps(input + i, pixelStride, gradient + k, filters, weightGradient + (i * filters) + k, pixels);
            }

            for (; i < runLength; i++)
            {
                OneTap(input + i, pixelStride, gradient + k, filters, weightGradient + (i * filters) + k, pixels);
                if (wide)
                {
                    var next = k + ConvolutionKernel.FilterBlock;
                    OneTap(input + i, pixelStride, gradient + next, filters, weightGradient + (i * filters) + next, pixels);
                }
            }

            k += wide ? 2 * ConvolutionKernel.FilterBlock : ConvolutionKernel.FilterBlock;
        }
    }

    private static void FourTapsWide(float* input, int pixelStride, float* gradient, int filters, float* target, int pixels)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        var p = 0;
        for (; p + 2 <= pixels; p += 2)
        {
            var g = Vector512.Load(gradient);
            var h = Vector512.Load(gradient + filters);
            var next = input + pixelStride;
            a0 = Simd.MultiplyAdd(Vector512.Create(input[0]), g, a0);
            a1 = Simd.MultiplyAdd(Vector512.Create(input[1]), g, a1);
            a2 = Simd.MultiplyAdd(Vector512.Create(input[2]), g, a2);
            a3 = Simd.MultiplyAdd(Vector512.Create(input[3]), g, a3);
            b0 = Simd.MultiplyAdd(Vector512.Create(next[0]), h, b0);
            b1 = Simd.MultiplyAdd(Vector512.Create(next[1]), h, b1);
            b2 = Simd.MultiplyAdd(Vector512.Create(next[2]), h, b2);
            b3 = Simd.MultiplyAdd(Vector512.Create(next[3]), h, b3);
            input += 2 * pixelStride;
            gradient += 2 * filters;
        }

        if (p < pixels)
        {
            var g = Vector512.Load(gradient);
            a0 = Simd.MultiplyAdd(Vector512.Create(input[0]), g, a0);
            a1 = Simd.MultiplyAdd(Vector512.Create(input[1]), g, a1);
            a2 = Simd.MultiplyAdd(Vector512.Create(input[2]), g, a2);
            a3 = Simd.MultiplyAdd(Vector512.Create(input[3]), g, a3);
        }

        (Vector512.Load(target) + a0 + b0).Store(target);
        (Vector512.Load(target + filters) + a1 + b1).Store(target + filters);
        (Vector512.Load(target + (2 * filters)) + a2 + b2).Store(target + (2 * filters));
        (Vector512.Load(target + (3 * filters)) + a3 + b3).Store(target + (3 * filters));
    }

    // Two sums a tap, over even and odd pixels: one chain of dependent additions would leave the processor waiting.
    private static void FourTaps(float* input, int pixelStride, float* gradient, int filters, float* target, int pixels)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        var p = 0;
        for (; p + 2 <= pixels; p += 2)
        {
            var g = Vector256.Load(gradient);
            var h = Vector256.Load(gradient + filters);
            var next = input + pixelStride;
            a0 = Simd.MultiplyAdd(Vector256.Create(input[0]), g, a0);
            a1 = Simd.MultiplyAdd(Vector256.Create(input[1]), g, a1);
            a2 = Simd.MultiplyAdd(Vector256.Create(input[2]), g, a2);
            a3 = Simd.MultiplyAdd(Vector256.Create(input[3]), g, a3);
            b0 = Simd.MultiplyAdd(Vector256.Create(next[0]), h, b0);
            b1 = Simd.MultiplyAdd(Vector256.Create(next[1]), h, b1);
            b2 = Simd.MultiplyAdd(Vector256.Create(next[2]), h, b2);
            b3 = Simd.MultiplyAdd(Vector256.Create(next[3]), h, b3);
            input += 2 * pixelStride;
            gradient += 2 * filters;
        }

        if (p < pixels)
        {
            var g = Vector256.Load(gradient);
            a0 = Simd.MultiplyAdd(Vector256.Create(input[0]), g, a0);
            a1 = Simd.MultiplyAdd(Vector256.Create(input[1]), g, a1);
            a2 = Simd.MultiplyAdd(Vector256.Create(input[2]), g, a2);
            a3 = Simd.MultiplyAdd(Vector256.Create(input[3]), g, a3);
        }

        (Vector256.Load(target) + a0 + b0).Store(target);
        (Vector256.Load(target + filters) + a1 + b1).Store(target + filters);
        (Vector256.Load(target + (2 * filters)) + a2 + b2).Store(target + (2 * filters));
        (Vector256.Load(target + (3 * filters)) + a3 + b3).Store(target + (3 * filters));
    }

    private static void OneTap(float* input, int pixelStride, float* gradient, int filters, float* target, int pixels)
    {
        Vector256<float> sum = default;
        for (var p = 0; p < pixels; p++)
        {
            sum = Simd.MultiplyAdd(Vector256.Create(input[p * pixelStride]), Vector256.Load(gradient + (p * filters)), sum);
        }

        (Vector256.Load(target) + sum).Store(target);
    }
}
