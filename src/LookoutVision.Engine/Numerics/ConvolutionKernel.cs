using System.Runtime.Intrinsics;

namespace LookoutVision.Engine.Numerics;

/// <summary>
/// The inner loop of every convolution here: dot products of runs of an interleaved image with a bank of filters.
/// A 7x7 window over 3 channels is 7 runs of 21 floats; a 3x3 window over c channels is 3 runs of 3c.
/// </summary>
internal static unsafe class ConvolutionKernel
{
    /// <summary>Filters are handled eight at a time; a bank has a multiple of this many.</summary>
    public const int FilterBlock = 8;

    /// <summary>output[p * filters + k] = start[k] + sum over runs r and i of input[p * pixelStride + r * runStride + i] * weights[(r * runLength + i) * filters + k].</summary>
    /// <param name="input">The first run's first float at the first pixel.</param>
    /// <param name="pixelStride">Floats from pixel to pixel.</param>
    /// <param name="runStride">Floats from run to run.</param>
    /// <param name="runs">Runs of a pixel.</param>
    /// <param name="runLength">Floats of a run.</param>
    /// <param name="weights">One of each filter for each float of the runs.</param>
    /// <param name="start">One a filter.</param>
    /// <param name="filters">A multiple of <see cref="FilterBlock"/>.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="pixels">Pixels of the row.</param>
    /// <param name="least">What is less becomes this: 0 makes a rectifier of it, without another way through the row.</param>
    public static void Row(
        float* input, int pixelStride, int runStride, int runs, int runLength,
        float* weights, float* start, int filters, float* output, int pixels, float least = float.NegativeInfinity)
    {
        for (var k = 0; k < filters;)
        {
            var wide = filters - k >= 2 * FilterBlock;
            var block = wide && !Simd.HasWide ? 4 : 8;
            var p = 0;
            for (; p + block <= pixels; p += block)
            {
                var from = input + (p * pixelStride);
                var to = output + (p * filters) + k;
                if (wide && Simd.HasWide)
                {
                    EightPixelsSixteenFilters(from, pixelStride, runStride, runs, runLength, weights + k, start + k, filters, to, least);
                }
                else if (wide)
                {
                    FourPixelsSixteenFilters(from, pixelStride, runStride, runs, runLength, weights + k, start + k, filters, to, least);
                }
                else
                {
                    EightPixelsEightFilters(from, pixelStride, runStride, runs, runLength, weights + k, start + k, filters, to, least);
                }
            }

            for (; p < pixels; p++)
            {
                for (var j = k; j < k + (wide ? 2 * FilterBlock : FilterBlock); j += FilterBlock)
                {
                    OnePixelEightFilters(
                        input + (p * pixelStride), runStride, runs, runLength, weights + j, start + j, filters, output + (p * filters) + j, least);
                }
            }

            k += wide ? 2 * FilterBlock : FilterBlock;
        }
    }

    private static void EightPixelsSixteenFilters(
        float* input, int pixelStride, int runStride, int runs, int runLength, float* weights, float* start, nint filters, float* output, float least)
    {
        var (stride, thrice) = Strides(pixelStride);
        var a0 = Vector512.Load(start);
        Vector512<float> a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        for (var r = 0; r < runs; r++)
        {
            var x = (byte*)(input + (r * runStride));
            var y = x + (4 * stride);
            for (var i = 0; i < runLength; i++)
            {
                var w = Vector512.Load(weights);
                a0 = Simd.MultiplyAdd(Vector512.Create(*(float*)x), w, a0);
                a1 = Simd.MultiplyAdd(Vector512.Create(*(float*)(x + stride)), w, a1);
                a2 = Simd.MultiplyAdd(Vector512.Create(*(float*)(x + (2 * stride))), w, a2);
                a3 = Simd.MultiplyAdd(Vector512.Create(*(float*)(x + thrice)), w, a3);
                a4 = Simd.MultiplyAdd(Vector512.Create(*(float*)y), w, a4);
                a5 = Simd.MultiplyAdd(Vector512.Create(*(float*)(y + stride)), w, a5);
                a6 = Simd.MultiplyAdd(Vector512.Create(*(float*)(y + (2 * stride))), w, a6);
                a7 = Simd.MultiplyAdd(Vector512.Create(*(float*)(y + thrice)), w, a7);
                x += sizeof(float);
                y += sizeof(float);
                weights += filters;
            }
        }

        var floor = Vector512.Create(least);
        Vector512.Max(a0, floor).Store(output);
        Vector512.Max(a1, floor).Store(output + filters);
        Vector512.Max(a2, floor).Store(output + (2 * filters));
        Vector512.Max(a3, floor).Store(output + (3 * filters));
        Vector512.Max(a4, floor).Store(output + (4 * filters));
        Vector512.Max(a5, floor).Store(output + (5 * filters));
        Vector512.Max(a6, floor).Store(output + (6 * filters));
        Vector512.Max(a7, floor).Store(output + (7 * filters));
    }

    private static void FourPixelsSixteenFilters(
        float* input, int pixelStride, int runStride, int runs, int runLength, float* weights, float* start, nint filters, float* output, float least)
    {
        var (stride, thrice) = Strides(pixelStride);
        var a0 = Vector256.Load(start);
        var b0 = Vector256.Load(start + 8);
        Vector256<float> a1 = a0, a2 = a0, a3 = a0, b1 = b0, b2 = b0, b3 = b0;
        for (var r = 0; r < runs; r++)
        {
            var x = (byte*)(input + (r * runStride));
            for (var i = 0; i < runLength; i++)
            {
                var wa = Vector256.Load(weights);
                var wb = Vector256.Load(weights + 8);
                var x0 = Vector256.Create(*(float*)x);
                var x1 = Vector256.Create(*(float*)(x + stride));
                a0 = Simd.MultiplyAdd(x0, wa, a0);
                b0 = Simd.MultiplyAdd(x0, wb, b0);
                a1 = Simd.MultiplyAdd(x1, wa, a1);
                b1 = Simd.MultiplyAdd(x1, wb, b1);
                var x2 = Vector256.Create(*(float*)(x + (2 * stride)));
                var x3 = Vector256.Create(*(float*)(x + thrice));
                a2 = Simd.MultiplyAdd(x2, wa, a2);
                b2 = Simd.MultiplyAdd(x2, wb, b2);
                a3 = Simd.MultiplyAdd(x3, wa, a3);
                b3 = Simd.MultiplyAdd(x3, wb, b3);
                x += sizeof(float);
                weights += filters;
            }
        }

        var floor = Vector256.Create(least);
        Vector256.Max(a0, floor).Store(output);
        Vector256.Max(b0, floor).Store(output + 8);
        Vector256.Max(a1, floor).Store(output + filters);
        Vector256.Max(b1, floor).Store(output + filters + 8);
        Vector256.Max(a2, floor).Store(output + (2 * filters));
        Vector256.Max(b2, floor).Store(output + (2 * filters) + 8);
        Vector256.Max(a3, floor).Store(output + (3 * filters));
        Vector256.Max(b3, floor).Store(output + (3 * filters) + 8);
    }

    private static void EightPixelsEightFilters(
        float* input, int pixelStride, int runStride, int runs, int runLength, float* weights, float* start, nint filters, float* output, float least)
    {
        var (stride, thrice) = Strides(pixelStride);
        var a0 = Vector256.Load(start);
        Vector256<float> a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        for (var r = 0; r < runs; r++)
        {
            var x = (byte*)(input + (r * runStride));
            var y = x + (4 * stride);
            for (var i = 0; i < runLength; i++)
            {
                var w = Vector256.Load(weights);
                a0 = Simd.MultiplyAdd(Vector256.Create(*(float*)x), w, a0);
                a1 = Simd.MultiplyAdd(Vector256.Create(*(float*)(x + stride)), w, a1);
                a2 = Simd.MultiplyAdd(Vector256.Create(*(float*)(x + (2 * stride))), w, a2);
                a3 = Simd.MultiplyAdd(Vector256.Create(*(float*)(x + thrice)), w, a3);
                a4 = Simd.MultiplyAdd(Vector256.Create(*(float*)y), w, a4);
                a5 = Simd.MultiplyAdd(Vector256.Create(*(float*)(y + stride)), w, a5);
                a6 = Simd.MultiplyAdd(Vector256.Create(*(float*)(y + (2 * stride))), w, a6);
                a7 = Simd.MultiplyAdd(Vector256.Create(*(float*)(y + thrice)), w, a7);
                x += sizeof(float);
                y += sizeof(float);
                weights += filters;
            }
        }

        var floor = Vector256.Create(least);
        Vector256.Max(a0, floor).Store(output);
        Vector256.Max(a1, floor).Store(output + filters);
        Vector256.Max(a2, floor).Store(output + (2 * filters));
        Vector256.Max(a3, floor).Store(output + (3 * filters));
        Vector256.Max(a4, floor).Store(output + (4 * filters));
        Vector256.Max(a5, floor).Store(output + (5 * filters));
        Vector256.Max(a6, floor).Store(output + (6 * filters));
        Vector256.Max(a7, floor).Store(output + (7 * filters));
    }

    /// <summary>Bytes from a pixel to the next one, and to the third: what a processor adds up by itself while it reads.</summary>
    private static (nint One, nint Three) Strides(int pixelStride) => ((nint)pixelStride * sizeof(float), (nint)pixelStride * 3 * sizeof(float));

    private static void OnePixelEightFilters(
        float* input, int runStride, int runs, int runLength, float* weights, float* start, int filters, float* output, float least)
    {
        var a = Vector256.Load(start);
        for (var r = 0; r < runs; r++)
        {
            for (var i = 0; i < runLength; i++)
            {
                a = Simd.MultiplyAdd(Vector256.Create(input[(r * runStride) + i]), Vector256.Load(weights), a);
                weights += filters;
            }
        }

        var floor = Vector256.Create(least);
        Vector256.Max(a, floor).Store(output);
    }
}
