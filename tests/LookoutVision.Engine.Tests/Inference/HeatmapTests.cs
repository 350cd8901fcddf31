using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Inference.Localisation;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference;

[Collection(nameof(TrainedModel))]
public class HeatmapTests(TrainedModel trained, HeatmapTests.TurnedParts turned) : IClassFixture<HeatmapTests.TurnedParts>
{
    [Fact]
    public void The_hottest_place_is_on_the_defect_and_as_hot_as_the_image()
    {
        for (var i = 0; i < 6; i++)
        {
            var part = DrawnPart.Draw(940 + i, (byte)(1 + (i % 2)), 160, 140);
            var heatmap = trained.Model.MapAnomalies(part.Image);
            var values = heatmap.Enlarge(160, 140);
            Assert.NotEqual(0, part.Mask.Classes[Array.IndexOf(values, values.Max())]);
            Assert.Equal(trained.Model.Detect(part.Image).AnomalyScore, heatmap.Values.Max(), 1e-3);
            Assert.True(heatmap.Values.Count(v => v > 0.1) < heatmap.Values.Length / 2, "most of the part is as it should be");
        }
    }

    [Fact]
    public void A_part_that_is_called_normal_has_no_place_above_the_limit()
    {
        for (var i = 0; i < 12; i++)
        {
            var image = DrawnPart.Draw(950 + i).Image;
            var isAnomalous = trained.Model.Detect(image).IsAnomalous;
            Assert.Equal(isAnomalous, trained.Model.MapAnomalies(image).Values.Any(v => v > AnomalyHeatmap.Limit));
        }
    }

    [Theory]
    [InlineData(0, 0, 0, 40, 52)]
    [InlineData(9, 0, 0, 82, 34)]
    [InlineData(-7, 6, 4, 82, 34)]
    public void On_a_part_that_lies_turned_it_is_where_the_photograph_shows_the_defect(double degrees, int shiftX, int shiftY, int x, int y)
    {
        Assert.NotNull(turned.Model.Aligner);
        var pose = new RigidTransform(degrees * Math.PI / 180, shiftX, shiftY);
        var heatmap = turned.Model.MapAnomalies(TurnedParts.Draw(77, pose, (x, y)));

        // The pose says where a pixel of the part is in the photograph.
        var (left, top) = pose.Inverse().Apply(x, y, TurnedParts.Width, TurnedParts.Height);
        var values = heatmap.Enlarge(TurnedParts.Width, TurnedParts.Height);
        var hottest = Array.IndexOf(values, values.Max());
        var distance = Math.Sqrt(Math.Pow((hottest % TurnedParts.Width) - left, 2) + Math.Pow((hottest / TurnedParts.Width) - top, 2));
        Assert.True(distance < 9, $"hottest at {hottest % TurnedParts.Width}, {hottest / TurnedParts.Width}; defect at {left:0}, {top:0}");
    }

    [Fact]
    public void A_map_of_the_reference_is_laid_back_over_the_photograph()
    {
        var size = new WorkingSize(256, 192, 8);
        var transform = new RigidTransform(0.3, 20, -11);
        var odds = Enumerable.Repeat(-8f, size.Cells).ToArray();
        var (cellX, cellY) = (20, 7);
        odds[(cellY * size.GridWidth) + cellX] = 9;

        var heatmap = HeatmapBuilder.Build([odds], null, size, new Alignment(transform, null), 0.8);

        // A pixel of the reference was read from where the transform says.
        var (x, y) = transform.Apply((cellX * 8) + 3.5, (cellY * 8) + 3.5, size.Width, size.Height);
        var hottest = Array.IndexOf(heatmap.Values, heatmap.Values.Max());
        Assert.Equal(x, ((hottest % size.GridWidth) * 8) + 3.5, 6.0);
        Assert.Equal(y, ((hottest / size.GridWidth) * 8) + 3.5, 6.0);
        Assert.Equal(0.8, heatmap.Values.Max(), 1e-5);
        Assert.Equal(0, heatmap.Values[0]);
    }

    /// <summary>A model that learned from normal parts in slightly different poses, and so lays them over each other.</summary>
    public sealed class TurnedParts
    {
        public const int Width = 128;
        public const int Height = 96;

        public TurnedParts()
        {
            var samples = Enumerable.Range(0, 12).Select(i => Draw(i, new((i % 5 - 2) * 0.03, (i * 7 % 11) - 5, (i * 5 % 9) - 4)))
                .Select((image, i) => DrawnPart.Sample(i) with { LoadImage = () => image }).ToArray();
            Model = DrawnSamples.Train(samples).Model;
        }

        public AnomalyModel Model { get; }

        /// <param name="seed">Of its grain.</param>
        /// <param name="pose">Where a pixel of the photograph is on the part.</param>
        /// <param name="defect">The middle of a dark spot on the part.</param>
        internal static RasterImage Draw(int seed, RigidTransform pose, (int X, int Y)? defect = null)
        {
            var random = new Random(seed);
            var pixels = new byte[Width * Height * 3];
            for (var i = 0; i < Width * Height; i++)
            {
                var (x, y) = pose.Apply(i % Width, i / Width, Width, Height);
                var level = 60 + Bump(x, y, 40, 50, 200, 500, 130) + Bump(x, y, 80, 30, 300, 120, 60) + Bump(x, y, 95, 70, 60, 60, 50);
                level -= defect is { } d && Math.Pow(x - d.X, 2) + Math.Pow(y - d.Y, 2) < 30 ? 45 : 0;
                pixels.AsSpan(3 * i, 3).Fill((byte)(level + random.Next(7)));
            }

            return new RasterImage(Width, Height, pixels);
        }

        private static double Bump(double x, double y, int left, int top, int wide, int high, int tall) =>
            tall * Math.Exp(-((Math.Pow(x - left, 2) / wide) + (Math.Pow(y - top, 2) / high)));
    }
}
