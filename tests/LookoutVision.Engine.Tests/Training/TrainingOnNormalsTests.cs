using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training.Advice;

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

    /// <summary>Two pixels wide and hardly darker than the plate: less than the features of a cell show.</summary>
    [Fact]
    public void Faint_scratches_are_found()
    {
        Assert.InRange(Scratched(20).Count(image => trained.Model.Detect(image).IsAnomalous), 10, 12);
    }

    [Fact]
    public void A_clear_scratch_is_nearly_always_the_hottest_place_of_the_map()
    {
        var pointedTo = Scratched(50).Count(image =>
        {
            var map = trained.Model.MapAnomalies(image);
            var hottest = map.Values.IndexOf(map.Values.Max());
            var (x, y) = (hottest % map.Width * image.Width / map.Width, hottest / map.Width * image.Height / map.Height);
            return x is >= 22 and <= 36 && y is >= 10 and <= 30;
        });
        Assert.InRange(pointedTo, 10, 12);
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

    /// <summary>A defective part among the normal ones is told of, though nothing says what a defect is, and a test set is there.</summary>
    [Fact]
    public void A_defect_among_the_normal_parts_is_suspected()
    {
        var hidden = DrawnPart.Sample(600, defect: 1) with { Name = "hidden.png", IsAnomalous = false };
        var tests = Enumerable.Range(700, 2).Select(i => DrawnPart.Sample(i)).ToArray();
        var result = DrawnSamples.Train([.. DrawnSamples.Normal(20), hidden], tests: tests);
        var advice = Assert.Single(LabelCheck.Run(result.CrossValidation));
        Assert.Equal(["hidden.png"], advice.Files);
        Assert.Equal((21, 2), (result.CrossValidation.Images, result.Evaluation.Images));
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

    /// <summary>Parts with a scratch from (26, 14) to (33, 28).</summary>
    private static IEnumerable<RasterImage> Scratched(byte depth) => Enumerable.Range(600, 12).Select(number =>
    {
        var part = DrawnPart.Draw(number).Image;
        var pixels = part.Pixels.ToArray();
        for (var y = 0; y < 14; y++)
        {
            var first = (((14 + y) * part.Width) + 26 + (y / 2)) * 3;
            for (var i = first; i < first + 6; i++)
            {
                pixels[i] -= depth;
            }
        }

        return new RasterImage(part.Width, part.Height, pixels);
    });

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
