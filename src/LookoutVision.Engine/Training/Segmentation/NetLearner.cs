using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>Trains one network.</summary>
internal static class NetLearner
{
    // The fewer defects there are to learn from, the sooner all is learned that can be.
    private const int MaxSteps = 800;
    private const int MinSteps = 150;
    private const int StepsPerImage = 20;

    // Coarse images are seen nearly whole, for the shape of the part; at fine ones small defects need less around them.
    private const int CoarseCropSide = 96;
    private const int FineCropSide = 64;

    public static UNet Train(
        IReadOnlyList<MaskedImage> defective, IReadOnlyList<MaskedImage> normal, int labels, bool coarse, int seed, CancellationToken cancellationToken)
    {
        var net = new UNet(labels);
        Initialise(net, new SeededRandom(seed, 6));
        var side = CropSide(defective[0], coarse ? CoarseCropSide : FineCropSide);
        var steps = Math.Min(MaxSteps, MinSteps + (StepsPerImage * defective.Count));
        var sampler = new CropSampler(defective, normal, side, seed);
        var crops = Enumerable.Range(0, CropSampler.Batch).Select(_ => new Activation(side, side, UNet.Inputs)).ToArray();
        var classes = crops.Select(_ => new byte[side * side]).ToArray();
        var passes = crops.Select(_ => new UNetPass(net, side, side)).ToArray();
        var gradients = crops.Select(_ => new Activation(side, side, net.Last.Outputs)).ToArray();
        var backward = new UNetBackward(net, side, side);
        var optimiser = new AdamW(net.Layers.Select(l => l.Parameters).ToArray(), steps);
        for (var step = 0; step < steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var n = 0; n < crops.Length; n++)
            {
                var (image, x, y) = sampler.Cut(n, crops[n], classes[n]);
                var output = passes[n].Forward(crops[n]);
                sampler.Remember(image, x, y, Greatest(output, labels));
            }

            SegmentationLoss.Fill(passes.Select(p => p.Output).ToArray(), classes, labels, gradients);
            for (var n = 0; n < crops.Length; n++)
            {
                gradients[n].Data.CopyTo(backward.OutputGradient.Data, 0);
                backward.Run(passes[n]);
            }

            optimiser.Step(backward.Gradients);
        }

        return net;
    }

    /// <summary>A crop no larger than the image needs, in whole multiples of what the network halves.</summary>
    private static int CropSide(MaskedImage image, int most)
    {
        var longSide = Math.Max(image.Width, image.Height);
        return Math.Min(most, (longSide + UNet.Multiple - 1) / UNet.Multiple * UNet.Multiple);
    }

    /// <summary>Weights that keep the size of what goes through (He et al. 2015); the last layer begins by calling everything background.</summary>
    private static void Initialise(UNet net, SeededRandom random)
    {
        foreach (var layer in net.Layers)
        {
            var scale = MathF.Sqrt((layer.Rectified ? 2f : 1f) / layer.Taps);
            for (var i = 0; i < layer.Taps * layer.Outputs; i++)
            {
                layer.Parameters[i] = scale * random.NextNormal();
            }
        }

        net.Last.Parameters.AsSpan(net.Last.Taps * net.Last.Outputs).Fill(-2);
    }

    private static float Greatest(Activation output, int labels)
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
