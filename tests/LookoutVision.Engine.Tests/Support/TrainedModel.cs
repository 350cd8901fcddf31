using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Support;

/// <summary>One model for all tests that only look at images with it: trained with masks of two labels, for any size.</summary>
public sealed class TrainedModel
{
    private readonly TrainingResult _result = DrawnSamples.Train(
        DrawnSamples.Labelled(masked: true), new TrainingOptions { Labels = DrawnPart.Labels, Resize = true, Seed = 1 });

    public TrainedModel() => File = _result.Bytes();

    public AnomalyModel Model => _result.Model;

    public TrainingResult Result => _result;

    /// <summary>The model as a file.</summary>
    public byte[] File { get; }
}
