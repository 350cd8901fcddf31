using System.Numerics.Tensors;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Finds out whether the images show one part in much the same pose, and if so chooses the one to lay the others over.</summary>
internal static class AlignmentLearner
{
    // Parts laid over each other agree this well (rigid ones in one pose 0.95 and more); below it, turning and moving
    // images only makes different ones out of them.
    private const double MinCorrelation = 0.9;

    // What is aligned already gains nothing from being resampled.
    private const double MinGain = 0.01;

    // Stiff parts gain little by being bent, and most of what they differ by is left: only time would be lost.
    private const double MinBendingGain = 0.001;
    private const double MaxLeft = 0.5;

    /// <returns>The aligner, and how each image is laid; null where aligning does not help.</returns>
    public static (Aligner Aligner, Alignment[] Alignments)? Learn(
        SampleReader reader, int count, int[] normals, float[][] thumbnails, int threads, CancellationToken cancellationToken)
    {
        if (!reader.Scale.IsCommon)
        {
            return null;
        }

        var reference = Aligner.Quarter(reader.Read(MostTypical(normals, thumbnails)));
        var rigid = new Aligner(reference, null);
        var found = new (RigidTransform Transform, double Before, double After)[count];
        Loops.For(count, threads, i =>
        {
            using var image = reader.Read(i);
            using var quarter = Aligner.Quarter(image);
            found[i] = rigid.Find(quarter);
        }, cancellationToken);
        var after = RobustStatistics.Median(normals.Select(i => found[i].After));
        var before = RobustStatistics.Median(normals.Select(i => found[i].Before));
        if (after < MinCorrelation)
        {
            return null;
        }

        // What is usual is not known yet.
        var anyhow = new Bender(reference, Displacement.None(reference.Width, reference.Height));
        var bent = new (Bending Bending, double After)[count];
        Loops.For(count, threads, i =>
        {
            using var image = reader.Read(i);
            using var quarter = Aligner.Quarter(image);
            using var laid = Aligner.Lay(quarter, found[i].Transform);
            var bending = anyhow.Bend(laid);
            using var over = AlignedImage.Of(image, new(found[i].Transform, bending));
            using var overQuarter = Aligner.Quarter(over.Image);
            bent[i] = (bending, rigid.Agreement(overQuarter));
        }, cancellationToken);
        var bentAfter = RobustStatistics.Median(normals.Select(i => bent[i].After));
        if (bentAfter - after >= MinBendingGain && 1 - bentAfter <= MaxLeft * (1 - after))
        {
            var bender = new Bender(reference, Displacement.Mean([.. normals.Select(i => bent[i].Bending.Displacement)]));
            return (new(reference, bender), [.. found.Zip(bent, (f, b) => new Alignment(f.Transform, bender.Tell(b.Bending.Displacement)))]);
        }

        return after - before >= MinGain ? (rigid, Array.ConvertAll(found, f => new Alignment(f.Transform, null))) : null;
    }

    private static int MostTypical(int[] normals, float[][] thumbnails)
    {
        // The one most like the sum of all: the dot product with it is the sum of the correlations.
        var sum = new float[thumbnails[0].Length];
        foreach (var i in normals)
        {
            TensorPrimitives.Add(sum, thumbnails[i], sum);
        }

        return normals.MaxBy(i => TensorPrimitives.Dot<float>(sum, thumbnails[i]));
    }
}
