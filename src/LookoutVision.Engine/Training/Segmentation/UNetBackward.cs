using System.Numerics;
using System.Runtime.Intrinsics;
using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>The way back through a network: from the gradient at its output to the gradients of its parameters (Rumelhart, Hinton and Williams 1986).</summary>
internal sealed class UNetBackward
{
    private readonly UNet _net;
    private readonly ConvolutionLayer[] _layers;
    private readonly UNetPass _gradient;
    private readonly Activation[] _skipGradients;

    public UNetBackward(UNet net, int width, int height)
    {
        _net = net;
        _layers = net.Layers.ToArray();
        _gradient = new UNetPass(net, width, height);
        _skipGradients = _gradient.Down.Select(a => a.Like()).ToArray();
    }

    /// <summary>Adds the gradients of one image.</summary>
    /// <param name="pass">Its way there.</param>
    /// <param name="outputGradient">The gradient at its output.</param>
    /// <param name="sums">Where to add, a layer of <see cref="UNet.Layers"/> each.</param>
    public void Run(UNetPass pass, Activation outputGradient, float[][] sums)
    {
        var up = _net.Down.Count;
        Back(_layers.Length - 1, pass.Up[^1], pass.Output, outputGradient, _gradient.Up[^1], sums);
        for (var i = pass.Joined.Count - 1; i >= 0; i--)
        {
            Back(up + (2 * i) + 1, pass.Up[2 * i], pass.Up[(2 * i) + 1], _gradient.Up[(2 * i) + 1], _gradient.Up[2 * i], sums);
            Back(up + (2 * i), pass.Joined[i], pass.Up[2 * i], _gradient.Up[2 * i], _gradient.Joined[i], sums);
            var coarse = i > 0 ? _gradient.Up[(2 * i) - 1] : _gradient.Down[^1];
            Resizing.JoinBack(_gradient.Joined[i], coarse, _skipGradients[UNetPass.SkipOf(i)]);
        }

        for (var level = UNet.Levels - 1; level >= 0; level--)
        {
            var (first, second) = (2 * level, (2 * level) + 1);
            Back(second, pass.Down[first], pass.Down[second], _gradient.Down[second], _gradient.Down[first], sums);
            if (level == 0)
            {
                Back(0, pass.Input!, pass.Down[0], _gradient.Down[0], null, sums);
                break;
            }

            Back(first, pass.Pooled[level - 1], pass.Down[first], _gradient.Down[first], _gradient.Pooled[level - 1], sums);
            Resizing.HalveBack(_gradient.Pooled[level - 1], _skipGradients[first - 1], _gradient.Down[first - 1]);
        }
    }

    private unsafe void Back(
        int index, Activation input, Activation output, Activation gradient, Activation? inputGradient, float[][] layerSums)
    {
        var layer = _layers[index];
        if (layer.Rectified)
        {
            Rectify(gradient.Data, output.Data);
        }

        fixed (float* from = input.Data, g = gradient.Data, sums = layerSums[index])
        {
            for (var y = 0; y < input.Height; y++)
            {
                for (var row = 0; row < ConvolutionLayer.Window; row++)
                {
                    GradientKernel.Row(
                        from + ((y + row) * input.Stride), layer.Inputs, ConvolutionLayer.Window * layer.Inputs,
                        g + gradient.Offset(y), layer.Outputs, sums + (row * ConvolutionLayer.Window * layer.Inputs * layer.Outputs), input.Width);
                }

                AddBias(gradient.Row(y), layerSums[index].AsSpan(layer.Taps * layer.Outputs));
            }
        }

        if (inputGradient is not null)
        {
            Turned(layer).Forward(gradient, inputGradient);
        }
    }

    /// <summary>What the rectifier held back on the way there has no gradient on the way back.</summary>
    private static void Rectify(Span<float> gradient, ReadOnlySpan<float> output)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= gradient.Length; i += Vector<float>.Count)
        {
            var kept = Vector.GreaterThan(new Vector<float>(output[i..]), Vector<float>.Zero);
            Vector.ConditionalSelect(kept, new Vector<float>(gradient[i..]), Vector<float>.Zero).CopyTo(gradient[i..]);
        }

        for (; i < gradient.Length; i++)
        {
            gradient[i] = output[i] > 0 ? gradient[i] : 0;
        }
    }

    private static void AddBias(ReadOnlySpan<float> row, Span<float> bias)
    {
        for (var k = 0; k < bias.Length; k += ConvolutionKernel.FilterBlock)
        {
            var sum = Vector256.Create<float>(bias[k..]);
            for (var i = k; i < row.Length; i += bias.Length)
            {
                sum += Vector256.Create(row[i..]);
            }

            sum.CopyTo(bias[k..]);
        }
    }

    /// <summary>The layer that carries a gradient back: the window turned by half a circle, inputs and outputs exchanged.</summary>
    private static ConvolutionLayer Turned(ConvolutionLayer layer)
    {
        var turned = new ConvolutionLayer(layer.Outputs, layer.Inputs, false);
        const int taps = ConvolutionLayer.Window * ConvolutionLayer.Window;
        for (var tap = 0; tap < taps; tap++)
        {
            for (var i = 0; i < layer.Inputs; i++)
            {
                for (var o = 0; o < layer.Outputs; o++)
                {
                    turned.Parameters[((((taps - 1 - tap) * layer.Outputs) + o) * layer.Inputs) + i] =
                        layer.Parameters[(((tap * layer.Inputs) + i) * layer.Outputs) + o];
                }
            }
        }

        return turned;
    }
}
