using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class SelectionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(500, 1)]
    [InlineData(500, 25)]
    [InlineData(500, 500)]
    public void The_top_is_the_end_of_the_sorted_values(int length, int count)
    {
        var values = RandomNumbers.Floats(length, 3);
        Assert.Equal(values.Order().TakeLast(count), Selection.Top((float[])values.Clone(), count).ToArray());
    }

    [Fact]
    public void Equal_and_ordered_values_are_no_trouble()
    {
        Assert.Equal([4, 4], Selection.Top(Enumerable.Repeat(4f, 1000).ToArray(), 2).ToArray());
        Assert.Equal([998, 999], Selection.Top(Enumerable.Range(0, 1000).Select(i => (float)i).ToArray(), 2).ToArray());
        Assert.Equal([998, 999], Selection.Top(Enumerable.Range(0, 1000).Select(i => 999f - i).ToArray(), 2).ToArray());
    }
}
