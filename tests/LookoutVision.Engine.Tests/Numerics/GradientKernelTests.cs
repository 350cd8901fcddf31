using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class GradientKernelTests
{
    public static TheoryData<int, int, int> FiltersTapsAndPixels()
    {
        var data = new TheoryData<int, int, int>();
        foreach (var filters in new[] { 8, 16, 24, 32, 40 })
        {
            foreach (var taps in new[] { 1, 4, 7, 12, 24, 29 })
            {
                data.Add(filters, taps, 1);
                data.Add(filters, taps, 9);
                data.Add(filters, taps, 16);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(FiltersTapsAndPixels))]
    public unsafe void Every_weight_gains_the_sum_of_a_plain_loop(int filters, int taps, int pixels)
    {
        const int pixelStride = 5;
        var input = RandomNumbers.Floats((pixels * pixelStride) + taps, 1);
        var gradient = RandomNumbers.Floats(pixels * filters, 2);
        var before = RandomNumbers.Floats((taps * filters) + 1, 3);
        var after = (float[])before.Clone();
        fixed (float* x = input, g = gradient, w = after)
        {
            GradientKernel.Row(x, pixelStride, taps, g, filters, w, pixels);
        }

        for (var i = 0; i < taps; i++)
        {
            for (var k = 0; k < filters; k++)
            {
                var gain = Enumerable.Range(0, pixels).Sum(p => (double)input[(p * pixelStride) + i] * gradient[(p * filters) + k]);
                Assert.Equal(before[(i * filters) + k] + gain, after[(i * filters) + k], 1e-4);
            }
        }

        Assert.Equal(before[^1], after[^1]);
    }
}
