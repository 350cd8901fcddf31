using LookoutVision.Engine.Inference;

namespace LookoutVision.Engine.Tests.Inference;

public class StatisticScaleTests
{
    private static readonly StatisticScale Scale = new(Low: 1, High: 3, Mean: 2, Scale: 2);

    [Theory]
    [InlineData(1, -2)]
    [InlineData(2, 0)]
    [InlineData(3, 2)]
    public void Between_the_limits_a_value_is_standardised(float value, float expected) =>
        Assert.Equal(expected, Scale.Apply(value), 5);

    [Theory]
    [InlineData(13, 4)]
    [InlineData(-9, -4)]
    public void Beyond_them_it_counts_for_a_tenth(float value, float expected) =>
        Assert.Equal(expected, Scale.Apply(value), 5);
}
