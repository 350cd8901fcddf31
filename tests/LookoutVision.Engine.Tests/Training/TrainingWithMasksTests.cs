using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Training;

[Collection(nameof(TrainedModel))]
public class TrainingWithMasksTests(TrainedModel trained)
{
    [Fact]
    public void The_model_knows_its_labels_and_what_it_was_trained_on()
    {
        Assert.Equal(DrawnPart.Labels, trained.Model.Labels);
        Assert.Equal(new ModelOrigin(1, 10, 6, 6), trained.Model.Origin);
    }

    [Fact]
    public void New_defective_parts_are_told_from_new_normal_ones()
    {
        for (var number = 500; number < 506; number++)
        {
            Assert.False(trained.Model.Detect(DrawnPart.Draw(number).Image).IsAnomalous);
            Assert.True(trained.Model.Detect(DrawnPart.Draw(number, 1).Image).IsAnomalous);
            Assert.True(trained.Model.Detect(DrawnPart.Draw(number, 2).Image).IsAnomalous);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_new_defect_is_marked_with_its_own_label(byte defect)
    {
        var part = DrawnPart.Draw(510, defect);
        var found = trained.Model.Detect(part.Image).Mask!.Classes;
        var both = found.Zip(part.Mask.Classes).Count(p => p.First == defect && p.Second == defect);
        var either = found.Zip(part.Mask.Classes).Count(p => p.First == defect || p.Second == defect);
        Assert.True(both > 0.6 * either, $"intersection over union is {(double)both / either:F2}");
        Assert.True(found.Count(c => c != 0 && c != defect) < 0.1 * either);
    }

    [Fact]
    public void Next_to_nothing_is_marked_on_a_new_normal_part()
    {
        var found = trained.Model.Detect(DrawnPart.Draw(511).Image).Mask!.Classes;
        Assert.True(found.Count(c => c != 0) < 0.02 * found.Length);
    }

    [Fact]
    public void Each_label_is_evaluated_on_held_out_images()
    {
        var labels = trained.Result.Evaluation!.Labels;
        Assert.Equal(["stain", "spill"], labels.Select(l => l.Name));
        Assert.All(labels, l => Assert.InRange(l.PooledIoU, 0.4, 1));
    }
}
