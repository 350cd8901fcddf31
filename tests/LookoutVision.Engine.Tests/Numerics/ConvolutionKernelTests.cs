using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class ConvolutionKernelTests
{
    public static TheoryData<int, int> FiltersAndPixels()
    {
        var data = new TheoryData<int, int>();
        foreach (var filters in new[] { 8, 16, 24, 32, 40 })
        {
            // Blocks are of four and eight pixels: below, at, above and between them.
            foreach (var pixels in new[] { 1, 3, 4, 7, 8, 13, 21 })
            {
                data.Add(filters, pixels);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(FiltersAndPixels))]
    public void Every_pixel_and_filter_gets_the_sum_of_a_plain_loop(int filters, int pixels) => Check(filters, pixels, float.NegativeInfinity);

    [Theory]
    [MemberData(nameof(FiltersAndPixels))]
    public void None_is_less_than_the_least_that_is_asked_for(int filters, int pixels) => Check(filters, pixels, 0.25f);

    private static unsafe void Check(int filters, int pixels, float least)
    {
        const int channels = 3, runs = 5, runLength = 5 * channels;
        var runStride = (pixels + 6) * channels;
        var input = RandomNumbers.Floats(runs * runStride, 1);
        var weights = RandomNumbers.Floats(runs * runLength * filters, 2);
        var start = RandomNumbers.Floats(filters, 3);
        var output = new float[(pixels * filters) + 1];
        output[^1] = 123;
        fixed (float* x = input, w = weights, s = start, y = output)
        {
            ConvolutionKernel.Row(x, channels, runStride, runs, runLength, w, s, filters, y, pixels, least);
        }

        for (var p = 0; p < pixels; p++)
        {
            for (var k = 0; k < filters; k++)
            {
                var expected = (double)start[k];
                for (var r = 0; r < runs; r++)
                {
                    for (var i = 0; i < runLength; i++)
                    {
                        expected += (double)input[(p * channels) + (r * runStride) + i] * weights[(((r * runLength) + i) * filters) + k];
                    }
                }

                Assert.Equal(Math.Max(expected, least), output[(p * filters) + k], 1e-4);
            }
        }

        Assert.Equal(123, output[^1]);
    }
}
