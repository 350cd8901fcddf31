using System.Collections.Concurrent;
using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>Trains one network.</summary>
/// <param name="defective">Images with masks.</param>
/// <param name="normal">Images without.</param>
/// <param name="labels">How many there are.</param>
/// <param name="coarse">Whether the images are reduced as much as may be.</param>
/// <param name="seed">The training's seed.</param>
internal sealed class NetLearner(IReadOnlyList<MaskedImage> defective, IReadOnlyList<MaskedImage> normal, int labels, bool coarse, int seed)
{
    // The fewer defects there are to learn from, the sooner all is learned that can be.
    private const int MaxSteps = 800;
    private const int MinSteps = 150;
    private const int StepsPerImage = 20;

    // Coarse images are seen nearly whole, for the shape of the part; at fine ones small defects need less around them.
    private const int CoarseCropSide = 96;
    private const int FineCropSide = 64;

    private readonly UNet _net = new(labels);
    private readonly int _side = CropSide(defective[0], coarse ? CoarseCropSide : FineCropSide);

    // As many as there are threads, not crops: each is as large as what a crop leaves on its way.
    private readonly ConcurrentBag<UNetBackward> _idle = [];

    /// <param name="threads">At most this many at once; 0 for all cores. The network does not hang on it.</param>
    /// <param name="scheduler">What this loop's steps and those around it share.</param>
    /// <param name="progress">Told the share of the steps that are done.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    public UNet Train(int threads, TaskScheduler scheduler, Action<double> progress, CancellationToken cancellationToken)
    {
        Initialise(_net, new SeededRandom(seed, 6));
        var steps = Math.Min(MaxSteps, MinSteps + (StepsPerImage * defective.Count));
        var sampler = new CropSampler(defective, normal, _side, seed);
        var passes = Enumerable.Range(0, CropSampler.Batch).Select(_ => new CropPass(_net, _side, labels)).ToArray();
        var gradients = _net.Layers.Select(l => new float[l.Parameters.Length]).ToArray();
        var optimiser = new AdamW(_net.Layers.Select(l => l.Parameters).ToArray(), steps);
        for (var step = 0; step < steps; step++)
        {
            var crops = Enumerable.Range(0, passes.Length).Select(sampler.Draw).ToArray();
            Loops.For(passes.Length, threads, n => passes[n].Forward(crops[n]), cancellationToken, scheduler);
            for (var n = 0; n < passes.Length; n++)
            {
                sampler.Remember(crops[n], passes[n].Greatest);
            }

            var sums = Enumerable.Range(0, labels).Select(l => passes.Select(p => p.Sums[l]).Aggregate((a, b) => a + b)).ToArray();
            Loops.For(passes.Length, threads, n => Backward(passes[n], sums), cancellationToken, scheduler);
            foreach (var pass in passes)
            {
                // One after the other: sums of floats hang on the order.
                pass.MoveGradients(gradients);
            }

            optimiser.Step(gradients);
            progress((step + 1.0) / steps);
        }

        return _net;
    }

    private void Backward(CropPass pass, DiceSums[] batch)
    {
        var backward = _idle.TryTake(out var idle) ? idle : new UNetBackward(_net, _side, _side);
        pass.Backward(backward, batch);
        _idle.Add(backward);
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
}
