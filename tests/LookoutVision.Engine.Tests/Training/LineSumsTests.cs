using LookoutVision.Engine.Features;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

public class LineSumsTests
{
    private const int Kinds = LineDetector.Kinds;

    [Fact]
    public void What_is_left_without_some_images_is_what_the_others_say()
    {
        var all = new LineSums(1);
        all.Add(Sums(0.1f, 0.3f));
        all.Add(Sums(0.9f));

        var (means, variances) = all.Without(Sums(0.9f)).Moments();

        Assert.All(means, m => Assert.Equal(0.2f, m, 1e-6f));
        Assert.All(variances, v => Assert.Equal(0.01f, v, 1e-6f));
    }

    [Fact]
    public void Images_that_do_not_reach_a_place_say_nothing_of_it()
    {
        var (means, variances) = Sums(0.1f, float.MinValue, 0.3f).Moments();

        Assert.Equal(0.2f, means[0], 1e-6f);
        Assert.Equal(0.01f, variances[0], 1e-6f);
    }

    [Fact]
    public void No_line_is_strange_where_no_image_reaches()
    {
        // The strongest line there is: from black to white.
        Assert.Equal(1, Sums(float.MinValue).Moments().Means[0]);
        Assert.Equal(1, Sums(0.5f).Without(Sums(0.5f)).Moments().Means[0]);
    }

    /// <summary>Of one place, of an image each.</summary>
    private static LineSums Sums(params float[] images)
    {
        var sums = new LineSums(1);
        foreach (var lines in images)
        {
            sums.Add(Enumerable.Repeat(lines, Kinds).ToArray());
        }

        return sums;
    }
}
