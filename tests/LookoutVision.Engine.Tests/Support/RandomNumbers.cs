namespace LookoutVision.Engine.Tests.Support;

/// <summary>Numbers without pattern, the same in every run.</summary>
internal static class RandomNumbers
{
    public static float[] Floats(int count, int seed) =>
        Doubles(count, seed).Select(v => (float)v).ToArray();

    public static double[] Doubles(int count, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1).ToArray();
    }

    /// <summary>B B^T + I / 10: symmetric and positive definite.</summary>
    public static double[,] PositiveDefinite(int n, int seed)
    {
        var b = Doubles(n * n, seed);
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                result[i, j] = Enumerable.Range(0, n).Sum(k => b[(i * n) + k] * b[(j * n) + k]) + (i == j ? 0.1 : 0);
            }
        }

        return result;
    }
}
