using LookoutVision.Engine.Features;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Learns one kind of features and its experts, and judges every training image by experts that did not see it.</summary>
internal sealed class ViewLearner(FeatureKind kind, TrainingSet set)
{
    /// <returns>The encoder and the experts that learned from all images, and each image's held-out statistics.</returns>
    public (CellEncoder Encoder, ExpertSet Experts, float[][] HeldOut) Learn(Action<double> progress, CancellationToken cancellationToken)
    {
        var encoder = new EncoderLearner(kind, set.Seed, set.Threads)
            .Learn(set.Normals.Length, i => (set.ReadAligned(set.Normals[i]), set.Reader.SizeOf(set.Normals[i])), cancellationToken);
        progress(0.3);
        var images = new EncodedImage[set.Count];
        var pools = set.IsSupervised && !set.IsMasked;
        Loops.For(images.Length, set.Threads, i => images[i] = Encode(encoder, i, pools), cancellationToken);
        progress(0.45);
        var learner = new ExpertLearner(images, set.Reader.Scale.Typical, set.Seed, set.Threads);
        var heldOut = new float[set.Count][];
        for (var fold = 0; fold < set.FoldCount; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var experts = learner.FitJudges(set.Outside(fold));
            var judged = set.Inside(fold);
            Loops.For(judged.Length, set.Threads, i =>
            {
                var cells = images[judged[i]].Cells.ToGrid();
                using var held = cells.Features;
                heldOut[judged[i]] = experts.Statistics(cells, experts.Gaussian.Distances(cells));
            }, cancellationToken);
            progress(0.45 + (0.45 * (fold + 1) / set.FoldCount));
        }

        return (encoder, learner.Fit(set.All), heldOut);
    }

    private EncodedImage Encode(CellEncoder encoder, int image, bool pools)
    {
        using var aligned = set.ReadAligned(image);
        var size = set.Reader.SizeOf(image);
        var cells = encoder.Encode(aligned, size);
        using var held = cells.Features;
        return new EncodedImage(
            set.IsAnomalous[image], new StoredCells(cells), pools ? PooledClassifier.Pool(cells) : null, set.Coverage(image, size.For(kind)));
    }
}
