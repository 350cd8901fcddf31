using System.Runtime.Intrinsics;

namespace LookoutVision.Engine.Numerics;

/// <summary>The inner loop of learning: how a convolution's weights must change, from its input and the gradient at its output.</summary>
internal static unsafe class GradientKernel
{
    private const int ManyTaps = 12;
    private const int SomeTaps = 4;

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
            var next = k + (wide ? 2 * ConvolutionKernel.FilterBlock : ConvolutionKernel.FilterBlock);
            var many = runLength / ManyTaps * ManyTaps;
            for (var i = 0; i < many; i += ManyTaps)
            {
                if (wide)
                {
                    TwelveTapsWide(input + i, pixelStride, gradient + k, filters, weightGradient + (i * filters) + k, pixels);
                }
                else
                {
                    TwelveTaps(input + i, pixelStride, gradient + k, filters, weightGradient + (i * filters) + k, pixels);
                }
            }

            for (; k < next; k += ConvolutionKernel.FilterBlock)
            {
                var i = many;
                for (; i + SomeTaps <= runLength; i += SomeTaps)
                {
                    FourTaps(input + i, pixelStride, gradient + k, filters, weightGradient + (i * filters) + k, pixels);
                }

                for (; i < runLength; i++)
                {
                    OneTap(input + i, pixelStride, gradient + k, filters, weightGradient + (i * filters) + k, pixels);
                }
            }
        }
    }

    // Twelve sums side by side, which no addition has to wait for, and one load of the gradient for all of them.
    private static void TwelveTaps(float* input, int pixelStride, float* gradient, int filters, float* target, int pixels)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default;
        Vector256<float> a6 = default, a7 = default, a8 = default, a9 = default, a10 = default, a11 = default;
        for (var p = 0; p < pixels; p++)
        {
            var g = Vector256.Load(gradient);
            a0 = Simd.MultiplyAdd(Vector256.Create(input[0]), g, a0);
            a1 = Simd.MultiplyAdd(Vector256.Create(input[1]), g, a1);
            a2 = Simd.MultiplyAdd(Vector256.Create(input[2]), g, a2);
            a3 = Simd.MultiplyAdd(Vector256.Create(input[3]), g, a3);
            a4 = Simd.MultiplyAdd(Vector256.Create(input[4]), g, a4);
            a5 = Simd.MultiplyAdd(Vector256.Create(input[5]), g, a5);
            a6 = Simd.MultiplyAdd(Vector256.Create(input[6]), g, a6);
            a7 = Simd.MultiplyAdd(Vector256.Create(input[7]), g, a7);
            a8 = Simd.MultiplyAdd(Vector256.Create(input[8]), g, a8);
            a9 = Simd.MultiplyAdd(Vector256.Create(input[9]), g, a9);
            a10 = Simd.MultiplyAdd(Vector256.Create(input[10]), g, a10);
            a11 = Simd.MultiplyAdd(Vector256.Create(input[11]), g, a11);
            input += pixelStride;
            gradient += filters;
        }

        (Vector256.Load(target) + a0).Store(target);
        (Vector256.Load(target + filters) + a1).Store(target + filters);
        (Vector256.Load(target + (2 * filters)) + a2).Store(target + (2 * filters));
        (Vector256.Load(target + (3 * filters)) + a3).Store(target + (3 * filters));
        (Vector256.Load(target + (4 * filters)) + a4).Store(target + (4 * filters));
        (Vector256.Load(target + (5 * filters)) + a5).Store(target + (5 * filters));
        (Vector256.Load(target + (6 * filters)) + a6).Store(target + (6 * filters));
        (Vector256.Load(target + (7 * filters)) + a7).Store(target + (7 * filters));
        (Vector256.Load(target + (8 * filters)) + a8).Store(target + (8 * filters));
        (Vector256.Load(target + (9 * filters)) + a9).Store(target + (9 * filters));
        (Vector256.Load(target + (10 * filters)) + a10).Store(target + (10 * filters));
        (Vector256.Load(target + (11 * filters)) + a11).Store(target + (11 * filters));
    }

    private static void TwelveTapsWide(float* input, int pixelStride, float* gradient, int filters, float* target, int pixels)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default;
        Vector512<float> a6 = default, a7 = default, a8 = default, a9 = default, a10 = default, a11 = default;
        for (var p = 0; p < pixels; p++)
        {
            var g = Vector512.Load(gradient);
            a0 = Simd.MultiplyAdd(Vector512.Create(input[0]), g, a0);
            a1 = Simd.MultiplyAdd(Vector512.Create(input[1]), g, a1);
            a2 = Simd.MultiplyAdd(Vector512.Create(input[2]), g, a2);
            a3 = Simd.MultiplyAdd(Vector512.Create(input[3]), g, a3);
            a4 = Simd.MultiplyAdd(Vector512.Create(input[4]), g, a4);
            a5 = Simd.MultiplyAdd(Vector512.Create(input[5]), g, a5);
            a6 = Simd.MultiplyAdd(Vector512.Create(input[6]), g, a6);
            a7 = Simd.MultiplyAdd(Vector512.Create(input[7]), g, a7);
            a8 = Simd.MultiplyAdd(Vector512.Create(input[8]), g, a8);
            a9 = Simd.MultiplyAdd(Vector512.Create(input[9]), g, a9);
            a10 = Simd.MultiplyAdd(Vector512.Create(input[10]), g, a10);
            a11 = Simd.MultiplyAdd(Vector512.Create(input[11]), g, a11);
            input += pixelStride;
            gradient += filters;
        }

        (Vector512.Load(target) + a0).Store(target);
        (Vector512.Load(target + filters) + a1).Store(target + filters);
        (Vector512.Load(target + (2 * filters)) + a2).Store(target + (2 * filters));
        (Vector512.Load(target + (3 * filters)) + a3).Store(target + (3 * filters));
        (Vector512.Load(target + (4 * filters)) + a4).Store(target + (4 * filters));
        (Vector512.Load(target + (5 * filters)) + a5).Store(target + (5 * filters));
        (Vector512.Load(target + (6 * filters)) + a6).Store(target + (6 * filters));
        (Vector512.Load(target + (7 * filters)) + a7).Store(target + (7 * filters));
        (Vector512.Load(target + (8 * filters)) + a8).Store(target + (8 * filters));
        (Vector512.Load(target + (9 * filters)) + a9).Store(target + (9 * filters));
        (Vector512.Load(target + (10 * filters)) + a10).Store(target + (10 * filters));
        (Vector512.Load(target + (11 * filters)) + a11).Store(target + (11 * filters));
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
