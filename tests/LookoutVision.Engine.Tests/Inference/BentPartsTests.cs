using LookoutVision.Engine.Features;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Inference;

/// <summary>Parts whose limbs lie differently are bent over each other, which must not hide what was cut off.</summary>
public class BentPartsTests(BentPartsTests.LimbedParts parts) : IClassFixture<BentPartsTests.LimbedParts>
{
    // The limb of a normal part ends here.
    private const int LimbEnd = 110;

    [Fact]
    public void A_part_whose_limb_is_cut_off_is_anomalous_and_the_map_shows_the_limb()
    {
        var cut = Part(50, tip: 3, end: LimbEnd - 14);
        Assert.True(parts.Model.Detect(cut).IsAnomalous);
        var map = parts.Model.MapAnomalies(cut);
        var hottest = Enumerable.Range(0, map.Width * map.Height).MaxBy(i => map.Values[i]);
        Assert.InRange((hottest % map.Width + 0.5) * cut.Width / map.Width, 55, LimbEnd + 10);
    }

    [Fact]
    public void A_limb_that_lies_otherwise_is_normal() => Assert.False(parts.Model.Detect(Part(51, tip: 5)).IsAnomalous);

    [Fact]
    public void The_part_was_stretched_at_the_cut_as_no_normal_part_is()
    {
        var normal = Enumerable.Range(60, 6).Max(i => Stretched(Part(i, tip: (2 * i) - 125)));
        Assert.True(Stretched(Part(52, tip: 3, end: LimbEnd - 14)) > normal + 0.3);

        float Stretched(RasterImage image)
        {
            var size = parts.Model.Scale.For(image.Width, image.Height);
            using var working = WorkingImage.Of(image, size);
            using var aligned = parts.Model.Aligner!.Align(working);
            using var strangeness = parts.Model.Stretch!.Strangeness(aligned.Alignment.Bending!.Stretch);
            return NormalStretch.Statistic(strangeness);
        }
    }

    [Fact]
    public void A_model_read_back_judges_exactly_as_before()
    {
        using var file = new MemoryStream();
        parts.Model.Save(file);
        file.Position = 0;
        var read = AnomalyModel.Load(file);
        foreach (var image in (RasterImage[])[Part(53, tip: -4), Part(54, tip: 0, end: LimbEnd - 12)])
        {
            Assert.Equal(parts.Model.Detect(image).AnomalyScore, read.Detect(image).AnomalyScore);
        }
    }

    [Fact]
    public void A_file_whose_deviations_are_none_is_refused()
    {
        var honest = parts.Model;
        var (means, deviations) = honest.Stretch!;
        var forged = new AnomalyModel(honest.Scale, honest.Views, honest.Lines, honest.Head)
        {
            Aligner = honest.Aligner,
            Stretch = new(means, new FloatImage(deviations.Width, deviations.Height, 1)),
            Origin = honest.Origin,
        };
        using var file = new MemoryStream();
        forged.Save(file);
        file.Position = 0;
        Assert.Throws<ModelFormatException>(() => AnomalyModel.Load(file));
    }

    /// <summary>A body that lies right, and a limb whose tip is up or down by so many pixels.</summary>
    private static RasterImage Part(int number, int tip, int end = LimbEnd)
    {
        const int width = 160, height = 96;
        var random = new Random(number);
        var pixels = new byte[width * height * 3];
        for (var i = 0; i < width * height; i++)
        {
            var (x, y) = (i % width, i / width);
            var along = Math.Clamp((x - 45) / 60.0, 0, 1);
            var limb = Math.Min(Math.Min(x - 40, end - x), 12 - Math.Abs(y - 50 - (along * along * tip)));
            var body = 22 - Math.Sqrt(Math.Pow(x - 30, 2) + Math.Pow(y - 50, 2));
            var level = 60 + (130 / (1 + Math.Exp(-Math.Max(limb, body)))) + random.Next(6);
            pixels[3 * i] = pixels[(3 * i) + 1] = pixels[(3 * i) + 2] = (byte)level;
        }

        return new RasterImage(width, height, pixels);
    }

    public sealed class LimbedParts
    {
        public LimbedParts() => Model = Trainer.Train(
            [.. Enumerable.Range(0, 16).Select(i => new TrainingSample
            {
                Name = $"part{i}.png",
                IsAnomalous = false,
                LoadImage = () => Part(i, tip: (i * 7 % 15) - 7),
            })],
            [],
            new TrainingOptions(),
            null,
            default).Model;

        public AnomalyModel Model { get; }
    }
}
