using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

/// <summary>Sets as people bring them: one mask only, one group for all, even images, several sizes.</summary>
public class UnevenSamplesTests
{
    [Fact]
    public void With_labels_held_out_images_are_judged_and_new_ones_told_apart()
    {
        var result = DrawnSamples.Train(DrawnSamples.Labelled());
        Assert.Equal(16, result.Evaluation!.Images);
        Assert.True(result.Evaluation.RocAuc > 0.9);
        Assert.True(result.Model.Detect(DrawnPart.Draw(800, 1).Image).IsAnomalous);
        Assert.True(result.Model.Detect(DrawnPart.Draw(801, 2).Image).IsAnomalous);
        Assert.False(result.Model.Detect(DrawnPart.Draw(802).Image).IsAnomalous);
    }

    [Fact]
    public void Test_samples_are_what_the_model_is_judged_by_where_there_are_any()
    {
        TrainingSample[] test = [DrawnPart.Sample(810), DrawnPart.Sample(811), DrawnPart.Sample(812, 1)];
        var report = Trainer.Train(DrawnSamples.Normal(), test, new TrainingOptions(), null, CancellationToken.None).Evaluation!;
        Assert.Equal(3, report.Images);
        Assert.Equal(1, report.RocAuc);
        Assert.Equal(1, report.Recall);
    }

    [Fact]
    public void One_mask_among_many_defects_is_enough_to_train_with()
    {
        var samples = DrawnSamples.Labelled();
        samples[10] = DrawnPart.Sample(100, 1, masked: true);
        var model = DrawnSamples.Train(samples, new TrainingOptions { Labels = DrawnPart.Labels }).Model;
        Assert.True(model.Detect(DrawnPart.Draw(820, 1).Image).IsAnomalous);
    }

    [Fact]
    public void Defects_too_few_to_learn_from_are_judged_all_the_same()
    {
        var result = DrawnSamples.Train(DrawnSamples.Labelled(defective: 3));
        Assert.Equal(13, result.Evaluation!.Images);
        Assert.Equal(1, result.Evaluation.Recall);
        Assert.Equal(0, result.Model.Origin.AnomalousImages);
    }

    [Fact]
    public void All_defects_of_one_group_can_be_trained_on()
    {
        var samples = DrawnSamples.Labelled().Select(s => s with { Group = s.IsAnomalous ? "lot 7" : null }).ToArray();
        Assert.True(DrawnSamples.Train(samples).Model.Detect(DrawnPart.Draw(830, 1).Image).IsAnomalous);
    }

    [Fact]
    public void All_images_of_one_group_can_be_trained_on()
    {
        var samples = DrawnSamples.Labelled().Select(s => s with { Group = "lot 7" }).ToArray();
        Assert.True(DrawnSamples.Train(samples).Model.Detect(DrawnPart.Draw(840, 2).Image).IsAnomalous);
    }

    [Fact]
    public void Images_of_several_sizes_can_be_trained_on_where_that_is_asked_for()
    {
        var samples = DrawnSamples.Normal();
        samples[3] = samples[3] with { LoadImage = () => DrawnPart.Draw(3, 0, 96, 84).Image };
        var model = DrawnSamples.Train(samples, new TrainingOptions { Resize = true }).Model;
        Assert.Equal((0, 0), (model.ImageWidth, model.ImageHeight));
        Assert.True(model.Detect(DrawnPart.Draw(850, 1, 128, 112).Image).IsAnomalous);
    }

    [Fact]
    public void Even_images_without_any_structure_can_be_trained_on()
    {
        var grey = new RasterImage(40, 40, Enumerable.Repeat((byte)128, 4800).ToArray());
        var samples = DrawnSamples.Normal().Select(s => s with { LoadImage = () => grey }).ToArray();
        var score = DrawnSamples.Train(samples).Model.Detect(grey).AnomalyScore;
        Assert.InRange(score, 0, 1);
    }
}
