using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Training.Segmentation;

namespace LookoutVision.Engine.Tests.Training.Segmentation;

public class SegmentationLossTests
{
    [Fact]
    public void What_is_right_beyond_doubt_has_no_gradient_at_all_and_none_is_too_small_for_full_precision()
    {
        // From hardly sure to beyond doubt, all rightly.
        var logOdds = Enumerable.Range(0, 200).Select(i => -(float)i).ToArray();
        var gradients = Gradients(logOdds);
        Assert.NotEqual(0, gradients[10]);
        Assert.Equal(0, gradients[^1]);
        Assert.All(gradients, g => Assert.False(float.IsSubnormal(g)));
        Assert.Equal(gradients.OrderByDescending(g => g), gradients);
    }

    [Fact]
    public void What_is_wrong_beyond_doubt_has_the_steepest_one()
    {
        var gradients = Gradients([-1, 0, 1, 100]);
        Assert.Equal(gradients.Max(), gradients[3]);
    }

    /// <summary>Of pixels of one label, of which none is marked.</summary>
    private static float[] Gradients(float[] logOdds)
    {
        var (output, gradient) = (new Activation(logOdds.Length, 1, 1), new Activation(logOdds.Length, 1, 1));
        logOdds.CopyTo(output.Row(0));
        var target = new byte[logOdds.Length];
        SegmentationLoss.Gradients(gradient, target, SegmentationLoss.Probabilities(output, target, 1, gradient), target.Length);
        return gradient.Row(0).ToArray();
    }
}
