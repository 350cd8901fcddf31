using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

[Collection(nameof(TrainedModel))]
public class DeterminismTests(TrainedModel trained)
{
    [Fact]
    public void Samples_and_seed_give_the_same_file_on_one_thread_as_on_two()
    {
        var one = Train(new TrainingOptions { Seed = 3, MaxDegreeOfParallelism = 1 });
        var two = Train(new TrainingOptions { Seed = 3, MaxDegreeOfParallelism = 2 });
        Assert.True(one.AsSpan().SequenceEqual(two));
        Assert.False(one.AsSpan().SequenceEqual(Train(new TrainingOptions { Seed = 4 })));
    }

    [Fact]
    public void So_they_do_with_masks()
    {
        var again = DrawnSamples.Train(TrainedModel.Samples, TrainedModel.Options with { MaxDegreeOfParallelism = 1 });
        Assert.True(trained.File.AsSpan().SequenceEqual(again.Bytes()));
    }

    private static byte[] Train(TrainingOptions options) => DrawnSamples.Train(DrawnSamples.Labelled(), options).Bytes();
}
