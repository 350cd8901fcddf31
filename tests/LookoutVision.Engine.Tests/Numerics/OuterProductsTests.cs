using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class OuterProductsTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(8, 256)]
    [InlineData(13, 255)]
    [InlineData(23, 700)]
    [InlineData(48, 257)]
    public void The_sums_are_those_of_a_plain_loop(int count, int rowCount)
    {
        var rows = Enumerable.Range(0, rowCount).Select(i => RandomNumbers.Floats(count, i)).ToArray();
        var weights = RandomNumbers.Floats(rowCount, 77);
        var products = new OuterProducts(count);
        for (var r = 0; r < rowCount; r++)
        {
            products.Add(rows[r], weights[r]);
        }

        var sums = products.Sums();
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                var expected = Enumerable.Range(0, rowCount).Sum(r => (double)weights[r] * rows[r][i] * rows[r][j]);
                Assert.Equal(expected, sums[i, j], 1e-3);
            }
        }
    }

    [Fact]
    public void Rows_added_after_the_sums_were_asked_for_are_added_to_them()
    {
        var products = new OuterProducts(2);
        products.Add([1, 2], 1);
        products.Sums();
        products.Add([3, 4], 0.5f);
        var sums = products.Sums();
        Assert.Equal(1 + 4.5, sums[0, 0]);
        Assert.Equal(2 + 6.0, sums[0, 1]);
        Assert.Equal(4 + 8.0, sums[1, 1]);
    }
}
