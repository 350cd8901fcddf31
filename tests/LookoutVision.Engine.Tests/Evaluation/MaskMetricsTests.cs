using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Engine.Tests.Evaluation;

public class MaskMetricsTests
{
    [Fact]
    public void Intersection_over_union_is_counted_by_label()
    {
        var metrics = Judge(([1, 1, 1, 0, 2, 2, 0, 0], [0, 1, 1, 1, 2, 0, 0, 1]));

        // Scratch: 2 shared, 3 true, 4 marked; stain: 1 shared, 2 true, 1 marked.
        Assert.Equal(("scratch", 2 / 4.0, 2 / 3.0), (metrics[0].Name, metrics[0].Precision, metrics[0].Recall));
        Assert.Equal(2 / 5.0, metrics[0].AverageIoU, 1e-12);
        Assert.Equal(4 / 7.0, metrics[0].F1Score, 1e-12);
        Assert.Equal(("stain", 1.0, 0.5), (metrics[1].Name, metrics[1].Precision, metrics[1].Recall));
        Assert.Equal(0.5, metrics[1].AverageIoU, 1e-12);
    }

    [Fact]
    public void The_average_goes_over_images_and_the_pool_over_pixels()
    {
        // 1 of 1, then 1 of 4: on average 5/8, pooled 2 of 5.
        var scratch = Judge(([1, 0, 0, 0], [1, 0, 0, 0]), ([1, 1, 1, 1], [0, 0, 0, 1]))[0];
        Assert.Equal(0.625, scratch.AverageIoU, 1e-12);
        Assert.Equal(0.4, scratch.PooledIoU, 1e-12);
    }

    [Fact]
    public void An_image_without_the_label_counts_only_where_it_is_marked()
    {
        var scratch = Judge(([1, 1], [1, 1]), ([0, 0], [0, 0]), ([0, 0], [0, 1]))[0];
        Assert.Equal(0.5, scratch.AverageIoU, 1e-12);
    }

    [Fact]
    public void A_pixel_of_the_wrong_label_is_wrong_for_both()
    {
        var metrics = Judge(([1, 1], [2, 2]));
        Assert.All(metrics, m => Assert.Equal((0, 0, 0, 0, 0), (m.Precision, m.Recall, m.F1Score, m.AverageIoU, m.PooledIoU)));
    }

    [Fact]
    public void Masks_of_different_sizes_are_an_error_that_names_the_image()
    {
        var image = Image([1, 1], [1, 1]) with { Name = "part7.jpg", DetectedMask = new LabelMap(1, 2, [1, 1]) };
        var error = Assert.Throws<ArgumentException>(() => new Evaluator(["scratch"]).Add(image));
        Assert.Contains("part7.jpg", error.Message);
    }

    [Fact]
    public void An_image_without_a_true_mask_counts_for_no_label()
    {
        var evaluator = new Evaluator(["scratch"]);
        evaluator.Add(Image([1, 1], [1, 1]));
        evaluator.Add(Image([1, 1], [0, 0]) with { TrueMask = null });
        Assert.Equal(1, evaluator.Report().Labels[0].AverageIoU);
    }

    [Fact]
    public void On_a_normal_image_without_a_mask_nothing_should_be_marked()
    {
        var evaluator = new Evaluator(["scratch"]);
        evaluator.Add(Image([1, 1], [1, 1]));
        evaluator.Add(Image([], [0, 1]) with { IsAnomalous = false, TrueMask = null });
        var scratch = evaluator.Report().Labels[0];
        Assert.Equal((2 / 3.0, 1, 0.5), (scratch.Precision, scratch.Recall, scratch.AverageIoU));
    }

    private static IReadOnlyList<LabelMetrics> Judge(params (byte[] Truth, byte[] Found)[] masks)
    {
        var evaluator = new Evaluator(["scratch", "stain"]);
        foreach (var (truth, found) in masks)
        {
            evaluator.Add(Image(truth, found));
        }

        return evaluator.Report().Labels;
    }

    private static JudgedImage Image(byte[] truth, byte[] found) => new("image", true, true, 0.9)
    {
        TrueMask = new LabelMap(truth.Length, 1, truth),
        DetectedMask = new LabelMap(found.Length, 1, found),
    };
}
