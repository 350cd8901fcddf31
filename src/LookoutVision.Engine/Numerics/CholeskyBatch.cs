using System.Runtime.Intrinsics;

namespace LookoutVision.Engine.Numerics;

/// <summary>Inverse Cholesky factors of eight small matrices at once, a matrix a lane; lower triangles row by row.</summary>
internal static class CholeskyBatch
{
    public const int Lanes = 8;

    /// <summary>Replaces each matrix A = L L^T by the inverse of L.</summary>
    /// <param name="a">n (n + 1) / 2 vectors.</param>
    /// <param name="n">Rows.</param>
    /// <returns>False where one of the matrices is not positive definite.</returns>
    public static bool InvertFactor(Span<Vector256<float>> a, int n)
    {
        var positive = Vector256.Create(float.MaxValue);
        for (var (i, row) = (0, 0); i < n; row += ++i)
        {
            for (var (j, other) = (0, 0); j <= i; other += ++j)
            {
                var sum = a[row + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= a[row + k] * a[other + k];
                }

                if (i > j)
                {
                    a[row + j] = sum * a[other + j];
                    continue;
                }

                // The diagonal keeps one over its root: all that is done with it is to divide by it.
                positive = Vector256.Min(positive, sum);
                a[row + i] = Vector256<float>.One / Vector256.Sqrt(sum);
            }
        }

        for (var j = 0; j < n; j++)
        {
            for (var (i, row) = (j + 1, (j + 1) * (j + 2) / 2); i < n; row += ++i)
            {
                // Column j of the inverse, from the top; entries (k, j) above are done already.
                var sum = a[row + j] * a[At(j, j)];
                for (var k = j + 1; k < i; k++)
                {
                    sum += a[row + k] * a[At(k, j)];
                }

                a[row + j] = -sum * a[row + i];
            }
        }

        return Vector256.GreaterThanAll(positive, Vector256<float>.Zero);
    }

    private static int At(int i, int j) => (i * (i + 1) / 2) + j;
}
