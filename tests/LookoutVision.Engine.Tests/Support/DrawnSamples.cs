using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Support;

/// <summary>Sets of <see cref="DrawnPart"/> to train on.</summary>
internal static class DrawnSamples
{
    public static TrainingSample[] Normal(int count = 10) => Enumerable.Range(0, count).Select(i => DrawnPart.Sample(i)).ToArray();

    /// <summary>Normal parts, and defective ones of both kinds in turn.</summary>
    public static TrainingSample[] Labelled(int normal = 10, int defective = 6, bool masked = false) =>
        [.. Normal(normal), .. Enumerable.Range(0, defective).Select(i => DrawnPart.Sample(100 + i, (byte)(1 + (i % 2)), masked))];

    public static TrainingResult Train(
        IReadOnlyList<TrainingSample> samples, TrainingOptions? options = null, IReadOnlyList<TrainingSample>? tests = null) =>
        Trainer.Train(samples, tests ?? [], options ?? new TrainingOptions(), null, CancellationToken.None);

    public static byte[] Bytes(this TrainingResult result)
    {
        using var stream = new MemoryStream();
        result.Model.Save(stream);
        return stream.ToArray();
    }
}
