using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class LogisticRegressionTests
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(30)]
    public void The_gradient_of_the_penalised_loss_vanishes_at_the_solution(double ridge)
    {
        const int count = 200, d = 5;
        var rows = Enumerable.Range(0, count).Select(i => RandomNumbers.Floats(d, i)).ToArray();
        var noise = RandomNumbers.Doubles(count, 99);
        var positive = rows.Select((r, i) => r[0] - (2 * r[3]) + noise[i] > 0.2).ToArray();
        var sampleWeights = noise.Select(v => v + 1.5).ToArray();
        var w = LogisticRegression.Fit(rows, positive, sampleWeights, ridge);

        var gradient = new double[d + 1];
        for (var i = 0; i < count; i++)
        {
            var z = w[d] + Enumerable.Range(0, d).Sum(j => w[j] * rows[i][j]);
            var residual = sampleWeights[i] * ((1 / (1 + Math.Exp(-z))) - (positive[i] ? 1 : 0));
            for (var j = 0; j < d; j++)
            {
                gradient[j] += residual * rows[i][j];
            }

            gradient[d] += residual;
        }

        for (var j = 0; j < d; j++)
        {
            gradient[j] += ridge * w[j];
        }

        Assert.All(gradient, g => Assert.Equal(0, g, 1e-3));
    }

    [Fact]
    public void Without_anything_to_tell_classes_by_the_intercept_is_their_log_odds()
    {
        // Three of four are positive: p = 3/4, b = ln 3.
        var w = LogisticRegression.Fit([[0], [0], [0], [0]], [true, true, true, false], null, 1);
        Assert.Equal(0, w[0], 1e-9);
        Assert.Equal(Math.Log(3), w[1], 1e-5);
    }

    [Fact]
    public void Two_opposite_samples_give_the_weight_of_the_closed_equation()
    {
        // Samples at +-1, ridge r: 2 sigmoid(-w) = r w. For w = 1, r = 2 / (1 + e).
        var w = LogisticRegression.Fit([[1], [-1]], [true, false], null, 2 / (1 + Math.E));
        Assert.Equal(1, w[0], 1e-4);
        Assert.Equal(0, w[1], 1e-6);
    }

    [Fact]
    public void A_sample_of_weight_two_counts_like_two_samples()
    {
        var twice = LogisticRegression.Fit([[1f], [1f], [0f], [-1f]], [true, true, true, false], null, 0.5);
        var weighted = LogisticRegression.Fit([[1f], [0f], [-1f]], [true, true, false], [2, 1, 1], 0.5);
        Assert.Equal(twice[0], weighted[0], 1e-5);
        Assert.Equal(twice[1], weighted[1], 1e-5);
    }

    [Fact]
    public void Classes_that_separate_perfectly_still_give_finite_weights()
    {
        var w = LogisticRegression.Fit([[1000f], [2000f], [-1000f], [-2000f]], [true, true, false, false], null, 1e-6);
        Assert.All(w, v => Assert.True(double.IsFinite(v)));
        Assert.True(LogisticRegression.Predict(w, [1500f]) > 0);
        Assert.True(LogisticRegression.Predict(w, [-1500f]) < 0);
    }

    [Fact]
    public void The_sigmoid_stays_within_nought_and_one_for_any_number()
    {
        Assert.Equal(0.5, LogisticRegression.Sigmoid(0));
        Assert.Equal(1, LogisticRegression.Sigmoid(1e6));
        Assert.Equal(0, LogisticRegression.Sigmoid(-1e6));
        Assert.Equal(1, LogisticRegression.Sigmoid(2) + LogisticRegression.Sigmoid(-2), 1e-15);
    }
}
