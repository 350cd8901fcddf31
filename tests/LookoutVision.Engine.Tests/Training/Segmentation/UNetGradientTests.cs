using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training.Segmentation;

namespace LookoutVision.Engine.Tests.Training.Segmentation;

/// <summary>Learning follows the true gradient: what changes the loss when a parameter is moved a little is what the way back says.</summary>
public class UNetGradientTests
{
    private const int Side = 16;
    private const int Labels = 2;
    private const float Step = 2e-3f;

    private readonly UNet _net = new(Labels);
    private readonly Activation[] _images = [Image(1), Image(2)];
    private readonly byte[][] _targets = [Target(1), Target(2)];

    public UNetGradientTests()
    {
        var random = new SeededRandom(1, 1);
        foreach (var layer in _net.Layers)
        {
            for (var i = 0; i < layer.Parameters.Length; i++)
            {
                layer.Parameters[i] = MathF.Sqrt(2f / layer.Taps) * random.NextNormal();
            }
        }
    }

    public static TheoryData<int> LayerIndices() => [.. Enumerable.Range(0, new UNet(Labels).Layers.Count())];

    [Theory]
    [MemberData(nameof(LayerIndices))]
    public void A_parameter_moved_a_little_changes_the_loss_as_its_gradient_says(int index)
    {
        var gradients = Gradients()[index];
        var layer = _net.Layers.ElementAt(index);
        var used = index == _net.Layers.Count() - 1 ? Labels : layer.Outputs;

        // The steepest weight, a bias, and a few chosen blindly.
        var steepest = Enumerable.Range(0, gradients.Length).MaxBy(i => Math.Abs(gradients[i]));
        int[] chosen = [steepest, (layer.Taps * layer.Outputs) + (used / 2), 0, 5 * layer.Outputs, (layer.Taps - 1) * layer.Outputs];
        Assert.NotEqual(0, gradients[steepest]);
        Assert.All(chosen, i => Assert.Equal(Slope(layer.Parameters, i), gradients[i], 1e-3 + (0.03 * Math.Abs(gradients[i]))));
    }

    private float[][] Gradients()
    {
        var passes = _images.Select(_ => new UNetPass(_net, Side, Side)).ToArray();
        var atOutput = _images.Select(_ => new Activation(Side, Side, _net.Last.Outputs)).ToArray();
        for (var n = 0; n < passes.Length; n++)
        {
            passes[n].Forward(_images[n]);
        }

        var sums = new DiceSums[Labels];
        for (var n = 0; n < passes.Length; n++)
        {
            var more = SegmentationLoss.Probabilities(passes[n].Output, _targets[n], Labels, atOutput[n]);
            sums = sums.Zip(more, (a, b) => a + b).ToArray();
        }

        var backward = new UNetBackward(_net, Side, Side);
        var gradients = _net.Layers.Select(l => new float[l.Parameters.Length]).ToArray();
        for (var n = 0; n < passes.Length; n++)
        {
            SegmentationLoss.Gradients(atOutput[n], _targets[n], sums, passes.Length * Side * Side);
            backward.Run(passes[n], atOutput[n], gradients);
        }

        return gradients;
    }

    private double Slope(float[] parameters, int index)
    {
        var value = parameters[index];
        parameters[index] = value + Step;
        var above = Loss();
        parameters[index] = value - Step;
        var below = Loss();
        parameters[index] = value;
        return (above - below) / (2 * Step);
    }

    /// <summary>Mean cross entropy, a defect's pixel counted three times, and one less soft Dice over the batch; summed over labels.</summary>
    private double Loss()
    {
        var outputs = _images.Select(_net.Forward).ToArray();
        var loss = 0.0;
        for (var label = 1; label <= Labels; label++)
        {
            double entropy = 0, both = 0, sum = 0;
            for (var n = 0; n < outputs.Length; n++)
            {
                for (var i = 0; i < Side * Side; i++)
                {
                    double z = outputs[n].Row(i / Side)[(i % Side * _net.Last.Outputs) + label - 1];
                    var y = _targets[n][i] == label ? 1 : 0;
                    var p = 1 / (1 + Math.Exp(-z));
                    entropy += y == 1 ? 3 * Math.Log(1 + Math.Exp(-z)) : Math.Log(1 + Math.Exp(z));
                    both += p * y;
                    sum += p + y;
                }
            }

            loss += (entropy / (outputs.Length * Side * Side)) + 1 - (((2 * both) + 1) / (sum + 1));
        }

        return loss;
    }

    private static Activation Image(int seed)
    {
        var image = new Activation(Side, Side, UNet.Inputs);
        var values = RandomNumbers.Floats(Side * Side * UNet.Inputs, seed);
        for (var y = 0; y < Side; y++)
        {
            values.AsSpan(y * Side * UNet.Inputs, Side * UNet.Inputs).CopyTo(image.Row(y));
        }

        return image;
    }

    private static byte[] Target(int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, Side * Side).Select(_ => (byte)Math.Max(0, random.Next(6) - 3)).ToArray();
    }
}
