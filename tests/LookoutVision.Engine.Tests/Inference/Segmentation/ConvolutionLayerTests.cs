using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference.Segmentation;

public class ConvolutionLayerTests
{
    [Theory]
    [InlineData(4, 8, 24, true)]
    [InlineData(8, 8, 7, false)]
    [InlineData(24, 8, 16, true)]
    [InlineData(8, 16, 10, true)]
    [InlineData(8, 24, 9, false)]
    public void Every_output_is_the_sum_over_its_window(int inputs, int outputs, int width, bool rectified)
    {
        const int height = 5;
        var layer = new ConvolutionLayer(inputs, outputs, rectified) { Parameters = RandomNumbers.Floats(((9 * inputs) + 1) * outputs, 4) };
        using var input = Rented(width, height, inputs);
        using var output = Rented(width, height, outputs);
        layer.Forward(input, output);
        for (var at = 0; at < width * height * outputs; at++)
        {
            var (x, y, k) = (at / outputs % width, at / outputs / width, at % outputs);
            var sum = Expected(layer, input, x, y, k);
            Assert.Equal(rectified ? Math.Max(0, sum) : sum, output.Row(y)[(x * outputs) + k], 1e-4);
        }
    }

    [Fact]
    public void A_network_gives_the_same_whether_or_not_what_is_on_the_way_is_kept()
    {
        var net = new UNet(2);
        foreach (var (layer, i) in net.Layers.Select((layer, i) => (layer, i)))
        {
            RandomNumbers.Floats(layer.Parameters.Length, i).CopyTo(layer.Parameters, 0);
        }

        using var image = Rented(24, 16, UNet.Inputs);
        using var output = net.Forward(image);
        var kept = new UNetPass(net, 24, 16).Forward(image);
        for (var y = 0; y < 16; y++)
        {
            Assert.Equal(kept.Row(y).ToArray(), output.Row(y).ToArray());
        }
    }

    private static Activation Rented(int width, int height, int channels)
    {
        // Memory that something else was in.
        var dirty = Activation.Rent(width, height, channels);
        Array.Fill(dirty.Data, float.NaN);
        dirty.Dispose();
        var activation = Activation.Rent(width, height, channels);
        for (var y = 0; y < height; y++)
        {
            RandomNumbers.Floats(width * channels, y).CopyTo(activation.Row(y));
        }

        return activation;
    }

    private static double Expected(ConvolutionLayer layer, Activation input, int x, int y, int k)
    {
        double sum = layer.Parameters[(layer.Taps * layer.Outputs) + k];
        for (var tap = 0; tap < layer.Taps; tap++)
        {
            var (v, u, c) = (y + (tap / (3 * layer.Inputs)) - 1, x + (tap / layer.Inputs % 3) - 1, tap % layer.Inputs);
            if (u >= 0 && v >= 0 && u < input.Width && v < input.Height)
            {
                sum += (double)input.Row(v)[(u * layer.Inputs) + c] * layer.Parameters[(tap * layer.Outputs) + k];
            }
        }

        return sum;
    }
}
