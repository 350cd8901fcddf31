namespace LookoutVision.Engine.Numerics;

/// <summary>
/// Logistic regression with a ridge penalty, fitted by Newton's method (iteratively reweighted least squares,
/// Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 4.4.1) with step halving.
/// </summary>
internal static class LogisticRegression
{
    private const int MaxSteps = 60;

    /// <summary>Minimises sum_i s_i log(1 + exp(-y_i (w x_i + b))) + ridge/2 |w|^2; the intercept b is not penalised.</summary>
    /// <param name="rows">The samples, each of d numbers.</param>
    /// <param name="positive">The classes.</param>
    /// <param name="sampleWeights">s_i; absent: all 1.</param>
    /// <param name="ridge">Above 0.</param>
    /// <returns>d weights, then the intercept.</returns>
    public static double[] Fit(IReadOnlyList<float[]> rows, IReadOnlyList<bool> positive, IReadOnlyList<double>? sampleWeights, double ridge)
    {
        var d = rows[0].Length;
        var w = new double[d + 1];
        var loss = Loss(rows, positive, sampleWeights, ridge, w);
        for (var step = 0; step < MaxSteps; step++)
        {
            var direction = NewtonDirection(rows, positive, sampleWeights, ridge, w);
            var next = new double[d + 1];
            var nextLoss = double.PositiveInfinity;
            for (var scale = 1.0; scale > 1e-6 && !(nextLoss < loss); scale /= 2)
            {
                for (var i = 0; i <= d; i++)
                {
                    next[i] = w[i] - (scale * direction[i]);
                }

                nextLoss = Loss(rows, positive, sampleWeights, ridge, next);
            }

            if (!(nextLoss < loss - (1e-10 * Math.Abs(loss))))
            {
                break;
            }

            (w, loss) = (next, nextLoss);
        }

        return w;
    }

    /// <summary>w x + b.</summary>
    public static double Predict(ReadOnlySpan<double> weights, ReadOnlySpan<float> row)
    {
        var sum = weights[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            sum += weights[i] * row[i];
        }

        return sum;
    }

    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    private static double Loss(
        IReadOnlyList<float[]> rows, IReadOnlyList<bool> positive, IReadOnlyList<double>? sampleWeights, double ridge, double[] w)
    {
        var loss = 0.0;
        for (var i = 0; i < rows.Count; i++)
        {
            var margin = Predict(w, rows[i]) * (positive[i] ? 1 : -1);
            loss += (sampleWeights?[i] ?? 1) * (margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin);
        }

        for (var i = 0; i < w.Length - 1; i++)
        {
            loss += ridge / 2 * w[i] * w[i];
        }

        return loss;
    }

    private static double[] NewtonDirection(
        IReadOnlyList<float[]> rows, IReadOnlyList<bool> positive, IReadOnlyList<double>? sampleWeights, double ridge, double[] w)
    {
        var n = w.Length;
        var gradient = new double[n];
        var products = new OuterProducts(n);
        var x = new float[n];
        x[n - 1] = 1;
        for (var i = 0; i < rows.Count; i++)
        {
            var p = Sigmoid(Predict(w, rows[i]));
            var weight = sampleWeights?[i] ?? 1;
            var residual = weight * (p - (positive[i] ? 1 : 0));
            rows[i].CopyTo(x, 0);
            products.Add(x, (float)(weight * p * (1 - p)));
            for (var j = 0; j < n; j++)
            {
                gradient[j] += residual * x[j];
            }
        }

        var sums = products.Sums();
        var hessian = new double[n * n];
        for (var j = 0; j < n; j++)
        {
            var penalised = j < n - 1;
            gradient[j] += penalised ? ridge * w[j] : 0;
            for (var k = 0; k <= j; k++)
            {
                hessian[(j * n) + k] = sums[j, k];
            }

            hessian[(j * n) + j] += (penalised ? ridge : 0) + 1e-6;
        }

        Cholesky.Factor(hessian, n);
        Cholesky.Solve(hessian, n, gradient);
        return gradient;
    }
}
