using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference;

[Collection(nameof(TrainedModel))]
public class ProcessorTests(TrainedModel trained)
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512", 256)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic", 0)]
    public void A_processor_with_lesser_vectors_comes_to_the_same_verdicts(string setting, int widest)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, trained.File);
            var (vector, detections) = OtherProcessor.Judge(file, setting);
            Assert.InRange(vector, 0, widest);
            foreach (var ((score, mask), part) in detections.Zip(OtherProcessor.Drawn, (d, p) => (d, p)))
            {
                var here = trained.Model.Detect(part.Image);
                Assert.Equal(here.IsAnomalous, score > 0.5);
                Assert.Equal(here.AnomalyScore, score, 1e-4);

                // A pixel on the very edge of a defect may fall to the other side of it.
                var differing = here.Mask!.Classes.Zip(mask).Count(p => p.First != p.Second);
                Assert.InRange(differing, 0, mask.Length / 1000);
            }

            Assert.Equal(OtherProcessor.Drawn.Length, detections.Length);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
