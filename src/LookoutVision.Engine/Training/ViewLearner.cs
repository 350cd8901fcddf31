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
        var encoder = new EncoderLearner(kind, set.Reader.Size, set.Seed, set.Threads)
            .Learn(set.Normals.Length, i => set.ReadAligned(set.Normals[i]), cancellationToken);
        progress(0.3);
        var images = new EncodedImage[set.Count];
        Loops.For(images.Length, set.Threads, i => images[i] = Encode(encoder, i), cancellationToken);
        progress(0.45);
        var learner = new ExpertLearner(images, set.Seed, set.Threads);
        var heldOut = new float[set.Count][];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var experts = learner.Fit(set.Outside(fold));
            var judged = set.Inside(fold);
            Loops.For(judged.Length, set.Threads, i => heldOut[judged[i]] = experts.Statistics(images[judged[i]].Cells), cancellationToken);
            progress(0.45 + (0.45 * (fold + 1) / Folds.Count));
        }

        return (encoder, learner.Fit(set.All), heldOut);
    }

    private EncodedImage Encode(CellEncoder encoder, int image)
    {
        using var aligned = set.ReadAligned(image);
        var cells = encoder.Encode(aligned, set.Reader.Size);
        return new EncodedImage(
            set.IsAnomalous[image], cells, set.IsSupervised ? PooledClassifier.Pool(cells) : [], set.Coverage(image));
    }
}
