using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Imaging.Png;
using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

/// <summary>What cameras give: grey, 16 bits a sample, very small, very large, long and thin.</summary>
public class ImageKindsTests
{
    private static readonly Lazy<byte[]> GreyModel = new(() => DrawnSamples.Train(Parts(p => p)).Bytes());

    [Theory]
    [InlineData(0, 16)]
    [InlineData(2, 16)]
    public void However_a_grey_picture_is_stored_the_same_model_is_learned(int colorType, int depth)
    {
        var result = DrawnSamples.Train(Parts(picture => ImageCodec.Decode(Stored(picture, colorType, depth))));

        Assert.Equal(GreyModel.Value, result.Bytes());
        Assert.True(result.Evaluation.RocAuc > 0.9);
        Assert.True(result.Model.Detect(ImageCodec.Decode(Stored(Grey(DrawnPart.Draw(900, 1).Image), colorType, depth))).IsAnomalous);
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(64, 1500)]
    public void The_smallest_and_thinnest_are_learned_from_and_judged(int width, int height)
    {
        var result = DrawnSamples.Train([.. DrawnSamples.Labelled().Select((s, i) =>
            s with { LoadImage = () => DrawnPart.Draw(i, Defect(s), width, height).Image })]);

        Assert.Equal((width, height), (result.Model.ImageWidth, result.Model.ImageHeight));
        Assert.True(result.Evaluation.RocAuc > 0.9);
        Assert.True(result.Model.Detect(DrawnPart.Draw(900, 1, width, height).Image).IsAnomalous);
    }

    [Fact]
    public void A_set_may_hold_the_smallest_beside_the_largest_where_that_is_asked_for()
    {
        var largest = DrawnPart.Draw(2, 0, 4096, 4096).Image;
        TrainingSample[] samples = [.. DrawnSamples.Labelled().Select((s, i) => i switch
        {
            2 => s with { LoadImage = () => largest },
            3 => s with { LoadImage = () => DrawnPart.Draw(i, 0, 64, 64).Image },
            _ => s with { LoadImage = () => DrawnPart.Draw(i, Defect(s), 200, 200).Image },
        })];

        var error = Assert.Throws<TrainingException>(() => DrawnSamples.Train(samples));
        var model = DrawnSamples.Train(samples, new TrainingOptions { Resize = true }).Model;

        Assert.Contains("'part2.png' (4096x4096), 'part3.png' (64x64)", error.Message);
        Assert.False(model.Detect(largest).IsAnomalous);
        Assert.True(model.Detect(DrawnPart.Draw(900, 1, 1000, 1000).Image).IsAnomalous);
    }

    private static byte Defect(TrainingSample sample) => (byte)(sample.IsAnomalous ? 1 : 0);

    private static TrainingSample[] Parts(Func<RasterImage, RasterImage> photograph) =>
        [.. DrawnSamples.Labelled().Select((s, i) => s with { LoadImage = () => photograph(Grey(DrawnPart.Draw(i, Defect(s)).Image)) })];

    private static RasterImage Grey(RasterImage image) =>
        new(image.Width, image.Height, [.. image.Pixels.Select((_, i) => image.Pixels[3 * (i / 3)])]);

    private static byte[] Stored(RasterImage grey, int colorType, int depth)
    {
        // As PNG scales samples: the least is 0 and the greatest all ones.
        var file = new PngFile(grey.Width, grey.Height, colorType, depth, IsInterlaced: false);
        var scale = depth == 16 ? 257 : 1;
        return file.Write([.. Enumerable.Range(0, grey.Width * grey.Height * file.Channels).Select(i =>
            grey.Pixels[3 * (i / file.Channels)] * scale)]);
    }
}
