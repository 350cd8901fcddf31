using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Support;

/// <summary>One model for all tests that only look at images with it: trained with masks of two labels, for any size.</summary>
public sealed class TrainedModel
{
    public TrainedModel()
    {
        Result = DrawnSamples.Train(Samples, Options);
        File = Result.Bytes();
    }

    public static TrainingOptions Options { get; } = new() { Labels = DrawnPart.Labels, Resize = true, Seed = 1 };

    public static IReadOnlyList<TrainingSample> Samples { get; } = DrawnSamples.Labelled(masked: true);

    public TrainingResult Result { get; }

    public AnomalyModel Model => Result.Model;

    /// <summary>The model as a file.</summary>
    public byte[] File { get; }
}
