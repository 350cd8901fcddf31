using System.Numerics.Tensors;
using LookoutVision.Engine.Inference.Segmentation;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>One crop of each batch on its way through the network and back; its memory is its own, so that the crops of a batch go side by side.</summary>
internal sealed class CropPass(UNet net, int side, int labels)
{
    private readonly Activation _pixels = new(side, side, UNet.Inputs);
    private readonly byte[] _classes = new byte[side * side];
    private readonly UNetPass _pass = new(net, side, side);
    private readonly Activation _gradient = new(side, side, net.Last.Outputs);
    private readonly float[][] _gradients = net.Layers.Select(l => new float[l.Parameters.Length]).ToArray();

    /// <summary>What the crop adds to Dice, a label each.</summary>
    public DiceSums[] Sums { get; private set; } = [];

    /// <summary>The greatest log odds of any label at any pixel.</summary>
    public float Greatest { get; private set; }

    public void Forward(Crop crop)
    {
        crop.Cut(_pixels, _classes);
        var output = _pass.Forward(_pixels);
        Greatest = GreatestOf(output);
        Sums = SegmentationLoss.Probabilities(output, _classes, labels, _gradient);
    }

    /// <summary>After all crops of the batch went forward.</summary>
    public void Backward(UNetBackward backward, DiceSums[] batch)
    {
        SegmentationLoss.Gradients(_gradient, _classes, batch, CropSampler.Batch * _classes.Length);
        backward.Run(_pass, _gradient, _gradients);
    }

    /// <summary>Adds this crop's gradients to a batch's.</summary>
    public void MoveGradients(float[][] sums)
    {
        for (var layer = 0; layer < sums.Length; layer++)
        {
            TensorPrimitives.Add(sums[layer], _gradients[layer], sums[layer]);
            Array.Clear(_gradients[layer]);
        }
    }

    private float GreatestOf(Activation output)
    {
        var greatest = float.NegativeInfinity;
        for (var y = 0; y < output.Height; y++)
        {
            var row = output.Row(y);
            for (var x = 0; x < row.Length; x += output.Channels)
            {
                for (var label = 0; label < labels; label++)
                {
                    greatest = Math.Max(greatest, row[x + label]);
                }
            }
        }

        return greatest;
    }
}
