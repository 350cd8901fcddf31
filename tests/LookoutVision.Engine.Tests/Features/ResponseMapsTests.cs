using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Features;

public class ResponseMapsTests
{
    private static readonly WorkingSize Size = new(48, 32, 8);
    private static readonly FloatImage Image = new(48, 32, 3, RandomNumbers.Floats(48 * 32 * 3, 11));
    private static readonly LevelFilters Filters = new(RandomNumbers.Floats(LevelFilters.Taps * 16, 12), RandomNumbers.Floats(16, 13));

    [Theory]
    [InlineData(FeatureKind.Patch, 2)]
    [InlineData(FeatureKind.Patch, 1)]
    [InlineData(FeatureKind.Region, 2)]
    public void A_cell_holds_the_means_of_its_pixels_answers(object kind, int stride)
    {
        var maps = ResponseMaps.Of(Image, Filters, (FeatureKind)kind, stride, Size);
        foreach (var (x, y) in new[] { (0, 0), (3, 2), (5, 3) })
        {
            var expected = new double[ResponseMaps.Count];
            var pixels = (from v in Enumerable.Range(0, 8 / stride)
                          from u in Enumerable.Range(0, 8 / stride)
                          select (X: (x * 8) + (u * stride), Y: (y * 8) + (v * stride))).ToArray();
            foreach (var pixel in pixels)
            {
                Add(expected, pixel.X, pixel.Y, (FeatureKind)kind);
            }

            var actual = maps.Pixel((y * Size.GridWidth) + x);
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i] / pixels.Length, actual[i], 2e-4);
            }
        }
    }

    private static void Add(double[] sums, int x, int y, FeatureKind kind)
    {
        var patch = Patch(x, y);
        var variance = Enumerable.Range(0, 3).Average(c =>
        {
            var values = patch.Where((_, i) => i % 3 == c).ToArray();
            return values.Average(v => Math.Pow(v - values.Average(), 2));
        });
        var deviation = Math.Sqrt(variance + (0.02 * 0.02));
        var threshold = kind == FeatureKind.Patch ? 0.25 : 1;
        for (var k = 0; k < 16; k++)
        {
            var answer = patch.Select((v, i) => v * Filters.Weights[(i * 16) + k]).Sum();
            answer = (kind == FeatureKind.Patch ? answer / deviation : answer) - Filters.Means[k];
            sums[k] += Math.Max(0, answer - threshold);
            sums[16 + k] += Math.Max(0, -answer - threshold);
        }

        sums[32] += 4 * deviation;
    }

    /// <summary>7x7 pixels about one, the border going on outwards.</summary>
    private static double[] Patch(int x, int y) =>
        (from v in Enumerable.Range(y - 3, 7)
         from u in Enumerable.Range(x - 3, 7)
         from c in Enumerable.Range(0, 3)
         select (double)Image.Row(Math.Clamp(v, 0, 31))[(Math.Clamp(u, 0, 47) * 3) + c]).ToArray();
}
