namespace LookoutVision.Engine.Numerics;

/// <summary>The lower triangular factor L of a positive definite matrix, A = L L^T.</summary>
internal static class Cholesky
{
    /// <summary>Replaces the lower triangle of <paramref name="a"/> (n x n, row by row) by L.</summary>
    /// <returns>False where the matrix is not positive definite.</returns>
    public static bool Factor(Span<double> a, int n)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[(i * n) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= a[(i * n) + k] * a[(j * n) + k];
                }

                if (i == j)
                {
                    if (!(sum > 0))
                    {
                        return false;
                    }

                    a[(i * n) + i] = Math.Sqrt(sum);
                }
                else
                {
                    a[(i * n) + j] = sum / a[(j * n) + j];
                }
            }
        }

        return true;
    }

    /// <summary>Solves L L^T x = b in place of b.</summary>
    public static void Solve(ReadOnlySpan<double> l, int n, Span<double> b)
    {
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                b[i] -= l[(i * n) + k] * b[k];
            }

            b[i] /= l[(i * n) + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                b[i] -= l[(k * n) + i] * b[k];
            }

            b[i] /= l[(i * n) + i];
        }
    }
}
