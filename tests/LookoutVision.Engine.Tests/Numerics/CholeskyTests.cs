using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class CholeskyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void The_factor_times_itself_turned_gives_the_matrix(int n)
    {
        var matrix = RandomNumbers.PositiveDefinite(n, 1);
        var l = Flat(matrix, n);
        Assert.True(Cholesky.Factor(l, n));
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = Enumerable.Range(0, j + 1).Sum(k => l[(i * n) + k] * l[(j * n) + k]);
                Assert.Equal(matrix[i, j], sum, 1e-10);
            }
        }
    }

    [Fact]
    public void A_textbook_matrix_has_its_known_factor()
    {
        double[] a = [4, 0, 0, 12, 37, 0, -16, -43, 98];
        Assert.True(Cholesky.Factor(a, 3));
        Assert.Equal([2, 0, 0, 6, 1, 0, -8, 5, 3], a);
    }

    [Fact]
    public void The_solution_fulfils_the_equations()
    {
        const int n = 12;
        var matrix = RandomNumbers.PositiveDefinite(n, 2);
        var b = RandomNumbers.Doubles(n, 5);
        var l = Flat(matrix, n);
        Assert.True(Cholesky.Factor(l, n));
        var x = (double[])b.Clone();
        Cholesky.Solve(l, n, x);
        for (var i = 0; i < n; i++)
        {
            Assert.Equal(b[i], Enumerable.Range(0, n).Sum(j => matrix[i, j] * x[j]), 1e-9);
        }
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_refused()
    {
        Assert.False(Cholesky.Factor([1, 0, 2, 1], 2));
        Assert.False(Cholesky.Factor([0], 1));
        Assert.False(Cholesky.Factor([double.NaN], 1));
    }

    private static double[] Flat(double[,] matrix, int n) => Enumerable.Range(0, n * n).Select(i => matrix[i / n, i % n]).ToArray();
}
