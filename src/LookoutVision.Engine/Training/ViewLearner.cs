using LookoutVision.Engine.Features;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Training.Synthetic;

namespace LookoutVision.Engine.Training;

/// <summary>Learns one kind of features and its experts, and judges every training image by experts that did not see it.</summary>
internal sealed class ViewLearner(FeatureKind kind, TrainingSet set)
{
    // Classifiers of made-up defects that did not see an image judge it, one for each of so many parts of the folds.
    private const int DefectParts = 4;

    // So many images show what normal ones look like; more would only take time.
    private const int MaxPainted = 100;

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
        var defects = LearnDefects(encoder, images, learner, cancellationToken);
        var heldOut = new float[set.Count][];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var judged = set.Inside(fold);
            if (judged.Length == 0)
            {
                // There are fewer groups than folds.
                continue;
            }

            using var experts = learner.FitJudges(set.Outside(fold), defects[fold % DefectParts]);
            Loops.For(judged.Length, set.Threads, i =>
            {
                var cells = images[judged[i]].Cells.ToGrid();
                using var held = cells.Features;
                heldOut[judged[i]] = experts.Judge(cells).Statistics;
            }, cancellationToken);
            progress(0.45 + (0.45 * (fold + 1) / Folds.Count));
        }

        return (encoder, learner.Fit(set.All, defects[^1]), heldOut);
    }

    /// <summary>A classifier without each part of the images, and one that learned from all.</summary>
    private DefectClassifier[] LearnDefects(CellEncoder encoder, EncodedImage[] images, ExpertLearner learner, CancellationToken cancellationToken)
    {
        var normals = set.Normals.Length;
        var maker = new ExampleMaker(set, encoder);
        var examples = new List<DefectExamples>();
        for (var part = 0; part < DefectParts; part++)
        {
            using var gaussian = learner.FitGaussian(set.Normals.Where(i => PartOf(i) != part));
            var inside = Enumerable.Range(0, normals).Where(n => PartOf(set.Normals[n]) == part).Take(MaxPainted / DefectParts).ToArray();
            var made = new DefectExamples[inside.Length];
            Loops.For(inside.Length, set.Threads, k =>
            {
                var image = set.Normals[inside[k]];
                var donor = set.Normals[(inside[k] + 1 + (inside[k] % (normals - 1))) % normals];
                made[k] = maker.Make(image, donor, part, gaussian, images[image].Cells);
            }, cancellationToken);
            examples.AddRange(made);
        }

        var classifiers = new DefectClassifier[DefectParts + 1];
        Loops.For(classifiers.Length, set.Threads, part =>
            classifiers[part] = DefectClassifierLearner.Fit(examples.Where(e => e.Part != part), set.Seed, cancellationToken));
        return classifiers;

        int PartOf(int image) => set.FoldOf[image] % DefectParts;
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
