using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

public class TrainingErrorsTests
{
    private static readonly TrainingOptions WithLabels = new() { Labels = DrawnPart.Labels };

    [Fact]
    public void Too_few_normal_images_are_counted_in_the_message()
    {
        var error = Fails(DrawnSamples.Labelled(9, 6));
        Assert.Contains("10", error.Message);
        Assert.Contains(" 9", error.Message);
    }

    [Fact]
    public void No_images_at_all_are_an_error_of_the_same_kind()
    {
        Assert.Contains("0", Fails([]).Message);
    }

    [Fact]
    public void Images_of_another_size_are_named_with_their_size()
    {
        var samples = DrawnSamples.Normal(13);
        samples[4] = samples[4] with { Name = "wide.jpg", LoadImage = () => DrawnPart.Draw(4, 0, 80, 56).Image };
        samples[9] = samples[9] with { Name = "tall.jpg", LoadImage = () => DrawnPart.Draw(9, 0, 64, 72).Image };
        var message = Fails(samples).Message;
        Assert.Contains("64x56", message);
        Assert.Contains("'wide.jpg' (80x56)", message);
        Assert.Contains("'tall.jpg' (64x72)", message);
    }

    [Fact]
    public void Of_very_many_images_of_another_size_only_the_first_are_named()
    {
        var samples = DrawnSamples.Normal(20);
        for (var i = 0; i < 8; i++)
        {
            samples[i] = samples[i] with { LoadImage = () => DrawnPart.Draw(1, 0, 70, 56).Image };
        }

        var message = Fails(samples).Message;
        Assert.Contains("'part4.png'", message);
        Assert.DoesNotContain("'part5.png'", message);
        Assert.Contains("3 more", message);
    }

    [Fact]
    public void An_image_that_cannot_be_read_is_named_with_the_reason()
    {
        var samples = DrawnSamples.Normal();
        samples[7] = samples[7] with { Name = "torn.jpg", LoadImage = () => throw new ImageFormatException("is cut off") };
        var error = Fails(samples);
        Assert.Contains("'torn.jpg'", error.Message);
        Assert.Contains("is cut off", error.Message);
        Assert.IsType<ImageFormatException>(error.InnerException);
    }

    [Fact]
    public void A_mask_that_cannot_be_read_is_named_with_the_reason()
    {
        var error = Fails(WithMask(() => throw new IOException("the disk is gone")), WithLabels);
        Assert.Contains("mask of 'part102.png'", error.Message);
        Assert.Contains("the disk is gone", error.Message);
    }

    [Fact]
    public void A_mask_of_another_size_than_its_image_is_named_with_both_sizes()
    {
        var error = Fails(WithMask(() => new LabelMap(10, 20, new byte[200])), WithLabels);
        Assert.Contains("mask of 'part102.png'", error.Message);
        Assert.Contains("10x20", error.Message);
        Assert.Contains("64x56", error.Message);
    }

    [Fact]
    public void A_test_image_that_cannot_be_read_is_named_with_the_reason()
    {
        var test = DrawnPart.Sample(700) with { Name = "torn.jpg", LoadImage = () => throw new ImageFormatException("is cut off") };
        var error = Fails(DrawnSamples.Normal(), null, test);
        Assert.Contains("'torn.jpg'", error.Message);
        Assert.Contains("is cut off", error.Message);
    }

    [Fact]
    public void A_test_image_of_another_size_is_named_with_both_sizes()
    {
        var test = DrawnPart.Sample(701) with { Name = "wide.jpg", LoadImage = () => DrawnPart.Draw(1, 0, 80, 56).Image };
        var error = Fails(DrawnSamples.Normal(), null, test);
        Assert.Contains("'wide.jpg'", error.Message);
        Assert.Contains("80x56", error.Message);
        Assert.Contains("64x56", error.Message);
    }

    private static TrainingSample[] WithMask(Func<LabelMap> mask)
    {
        var samples = DrawnSamples.Labelled(masked: true);
        samples[12] = samples[12] with { LoadMask = mask };
        return samples;
    }

    private static TrainingException Fails(TrainingSample[] samples, TrainingOptions? options = null, params TrainingSample[] test) =>
        Assert.Throws<TrainingException>(
            () => Trainer.Train(samples, test, options ?? new TrainingOptions(), null, CancellationToken.None));
}
