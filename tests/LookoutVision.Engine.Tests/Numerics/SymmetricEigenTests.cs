using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(48)]
    public void A_times_its_eigenvector_is_the_vector_times_its_value(int n)
    {
        var a = RandomNumbers.PositiveDefinite(n, n);
        var eigen = SymmetricEigen.Of(a);
        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++)
            {
                var product = Enumerable.Range(0, n).Sum(j => a[i, j] * eigen.Vectors[k, j]);
                Assert.Equal(eigen.Values[k] * eigen.Vectors[k, i], product, 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(48)]
    public void Eigenvectors_are_orthonormal_and_values_descend(int n)
    {
        var eigen = SymmetricEigen.Of(RandomNumbers.PositiveDefinite(n, 3));
        for (var k = 0; k < n; k++)
        {
            for (var l = 0; l <= k; l++)
            {
                var dot = Enumerable.Range(0, n).Sum(i => eigen.Vectors[k, i] * eigen.Vectors[l, i]);
                Assert.Equal(k == l ? 1 : 0, dot, 1e-10);
            }

            Assert.True(k == 0 || eigen.Values[k - 1] >= eigen.Values[k]);
        }
    }

    [Fact]
    public void The_second_difference_matrix_has_its_known_values()
    {
        const int n = 6;
        var a = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            a[i, i] = 2;
            if (i > 0)
            {
                a[i, i - 1] = a[i - 1, i] = -1;
            }
        }

        // 2 - 2 cos(k pi / (n + 1)), k = n..1.
        var expected = Enumerable.Range(1, n).Select(k => 2 - (2 * Math.Cos((n + 1 - k) * Math.PI / (n + 1)))).ToArray();
        Assert.All(SymmetricEigen.Of(a).Values.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void The_largest_component_of_a_vector_is_positive()
    {
        var eigen = SymmetricEigen.Of(RandomNumbers.PositiveDefinite(9, 8));
        for (var k = 0; k < 9; k++)
        {
            Assert.True(Enumerable.Range(0, 9).Select(i => eigen.Vectors[k, i]).MaxBy(Math.Abs) > 0);
        }
    }

    [Fact]
    public void A_matrix_of_noughts_has_only_noughts_for_values()
    {
        Assert.All(SymmetricEigen.Of(new double[4, 4]).Values, v => Assert.Equal(0, v));
    }
}
