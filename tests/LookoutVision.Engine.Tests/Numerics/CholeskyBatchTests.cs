using System.Runtime.Intrinsics;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class CholeskyBatchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(11)]
    [InlineData(48)]
    public void Each_lane_gets_the_inverse_factor_of_its_own_matrix(int n)
    {
        var matrices = Enumerable.Range(0, CholeskyBatch.Lanes).Select(lane => WellConditioned(n, lane)).ToArray();
        var batch = Pack(matrices, n);
        Assert.True(CholeskyBatch.InvertFactor(batch, n));
        for (var lane = 0; lane < matrices.Length; lane++)
        {
            var expected = InverseFactor(matrices[lane], n);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    Assert.Equal(expected[i, j], batch[At(i, j)][lane], 2e-4);
                }
            }
        }
    }

    [Fact]
    public void One_matrix_that_is_not_positive_definite_is_told_of()
    {
        var matrices = Enumerable.Range(0, CholeskyBatch.Lanes).Select(lane => WellConditioned(3, lane)).ToArray();
        matrices[5][1, 1] = -1;
        Assert.False(CholeskyBatch.InvertFactor(Pack(matrices, 3), 3));
    }

    private static double[,] WellConditioned(int n, int seed)
    {
        var matrix = RandomNumbers.PositiveDefinite(n, seed);
        for (var i = 0; i < n; i++)
        {
            matrix[i, i] += 1;
        }

        return matrix;
    }

    private static Vector256<float>[] Pack(double[][,] matrices, int n)
    {
        var batch = new Vector256<float>[n * (n + 1) / 2];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                batch[At(i, j)] = Vector256.Create(matrices.Select(m => (float)m[i, j]).ToArray());
            }
        }

        return batch;
    }

    /// <summary>Each column of the inverse solves L x = e, by plain forward substitution.</summary>
    private static double[,] InverseFactor(double[,] matrix, int n)
    {
        var l = new double[n, n];
        var inverse = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j] - Enumerable.Range(0, j).Sum(k => l[i, k] * l[j, k]);
                l[i, j] = i == j ? Math.Sqrt(sum) : sum / l[j, j];
            }
        }

        for (var column = 0; column < n; column++)
        {
            for (var i = column; i < n; i++)
            {
                var sum = (i == column ? 1 : 0) - Enumerable.Range(column, i - column).Sum(k => l[i, k] * inverse[k, column]);
                inverse[i, column] = sum / l[i, i];
            }
        }

        return inverse;
    }

    private static int At(int i, int j) => (i * (i + 1) / 2) + j;
}
