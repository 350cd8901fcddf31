using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Training;

public class TrainingOnNormalsTests(TrainingOnNormalsTests.NormalsModel trained) : IClassFixture<TrainingOnNormalsTests.NormalsModel>
{
    [Fact]
    public void Defects_are_found_though_none_was_ever_shown()
    {
        for (byte defect = 1; defect <= 2; defect++)
        {
            var detection = trained.Model.Detect(DrawnPart.Draw(600, defect).Image);
            Assert.True(detection.IsAnomalous);
            Assert.True(detection.Confidence > 0.9);
        }
    }

    [Fact]
    public void A_scratch_of_two_pixels_is_found_and_is_the_hottest_place_of_the_map()
    {
        var part = DrawnPart.Draw(601).Image;
        var pixels = part.Pixels.ToArray();
        for (var i = 0; i < 14; i++)
        {
            foreach (var at in (int[])[((14 + i) * part.Width) + 26 + (i / 2), ((14 + i) * part.Width) + 27 + (i / 2)])
            {
                for (var c = 0; c < 3; c++)
                {
                    pixels[(3 * at) + c] -= 50;
                }
            }
        }

        var scratched = new RasterImage(part.Width, part.Height, pixels);
        Assert.False(trained.Model.Detect(part).IsAnomalous);
        Assert.True(trained.Model.Detect(scratched).IsAnomalous);
        var map = trained.Model.MapAnomalies(scratched);
        var hottest = Enumerable.Range(0, map.Width * map.Height).MaxBy(cell => map.Values[cell]);
        Assert.InRange(hottest % map.Width * part.Width / map.Width, 22, 36);
        Assert.InRange(hottest / map.Width * part.Height / map.Height, 10, 30);
    }

    [Fact]
    public void Most_new_normal_parts_pass()
    {
        var alarms = Enumerable.Range(610, 12).Count(number => trained.Model.Detect(DrawnPart.Draw(number).Image).IsAnomalous);
        Assert.InRange(alarms, 0, 4);
    }

    [Fact]
    public void Only_false_alarms_can_be_told_and_there_is_nothing_to_mark()
    {
        Assert.Equal((14, 0), (trained.Evaluation.Images, trained.Evaluation.AnomalousImages));
        Assert.Equal(double.NaN, trained.Evaluation.RocAuc);
        Assert.InRange(trained.Evaluation.WrongImages.Count, 0, 1);
        Assert.Empty(trained.Model.Labels);
        Assert.Null(trained.Model.Detect(DrawnPart.Draw(1).Image).Mask);
        Assert.Equal(new ModelOrigin(0, 14, 0, 0), trained.Model.Origin);
    }

    [Theory]
    [InlineData(DrawnPart.Height, DrawnPart.Width)]
    [InlineData(DrawnPart.Width, DrawnPart.Height + 1)]
    public void An_image_of_another_size_is_refused_with_both_sizes(int width, int height)
    {
        var error = Assert.Throws<ArgumentException>(() => trained.Model.Detect(DrawnPart.Draw(1, 0, width, height).Image));
        Assert.Contains($"{width}x{height}", error.Message);
        Assert.Contains($"{DrawnPart.Width}x{DrawnPart.Height}", error.Message);
    }

    public sealed class NormalsModel
    {
        public NormalsModel()
        {
            var result = DrawnSamples.Train(DrawnSamples.Normal(14));
            Model = result.Model;
            Evaluation = result.Evaluation;
        }

        public AnomalyModel Model { get; }

        public LookoutVision.Engine.Evaluation.EvaluationReport Evaluation { get; }
    }
}
