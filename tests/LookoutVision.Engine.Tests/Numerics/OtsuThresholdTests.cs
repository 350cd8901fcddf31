using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class OtsuThresholdTests
{
    [Fact]
    public void It_parts_the_values_so_that_the_kinds_differ_most()
    {
        var values = RandomNumbers.Floats(300, 1).Select((v, i) => i % 3 == 0 ? 5 + v : 0.4f * v).ToArray();
        var threshold = OtsuThreshold.Of(values);
        Assert.Equal(100, values.Count(v => v > threshold));

        // No other threshold makes the variance between the kinds larger, but for the width of a bin.
        var best = values.Order().Skip(1).Max(Between);
        Assert.Equal(best, Between(threshold), best * 0.01);

        double Between(float t)
        {
            var (low, high) = (values.Where(v => v <= t).ToArray(), values.Where(v => v > t).ToArray());
            return low.Length == 0 || high.Length == 0 ? 0 : (double)low.Length * high.Length * Math.Pow(low.Average() - high.Average(), 2);
        }
    }

    [Fact]
    public void Where_all_are_equal_none_is_above_it() => Assert.Equal(0.3f, OtsuThreshold.Of([0.3f, 0.3f, 0.3f]));
}
