using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference;

public class PooledClassifierTests
{
    [Fact]
    public void An_image_is_summed_up_by_mean_deviation_quantiles_and_the_means_of_nine_parts()
    {
        const int d = PositionalGaussian.Dimensions;
        var grid = new FloatImage(9, 6, d, RandomNumbers.Floats(9 * 6 * d, 21));
        var pooled = PooledClassifier.Pool(new CellGrid(grid, null));
        foreach (var k in new[] { 0, 7, 23 })
        {
            var values = Enumerable.Range(0, grid.Pixels).Select(cell => grid.Data[(cell * d) + k]).ToArray();
            var sorted = values.Order().ToArray();
            Assert.Equal(values.Average(), pooled[k], 1e-5);
            Assert.Equal(Math.Sqrt(values.Average(v => v * v) - Math.Pow(values.Average(), 2)), pooled[d + k], 1e-5);
            Assert.Equal(sorted[(int)(0.98 * 53)], pooled[(2 * d) + k]);
            Assert.Equal(sorted[(int)(0.02 * 53)], pooled[(3 * d) + k]);

            // The middle part: columns 3 to 5 of rows 2 and 3.
            var middle = from y in new[] { 2, 3 } from x in new[] { 3, 4, 5 } select values[(y * 9) + x];
            Assert.Equal(middle.Average(), pooled[(4 * d) + (4 * (d / 2)) + k], 1e-5);
        }
    }
}
