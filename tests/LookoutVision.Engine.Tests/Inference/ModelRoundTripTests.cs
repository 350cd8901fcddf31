using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference;

[Collection(nameof(TrainedModel))]
public class ModelRoundTripTests(TrainedModel trained)
{
    [Fact]
    public void A_model_read_back_judges_and_marks_exactly_as_before()
    {
        var loaded = AnomalyModel.Load(new MemoryStream(trained.File));
        for (byte defect = 0; defect <= 2; defect++)
        {
            var image = DrawnPart.Draw(950, defect).Image;
            SameDetection.Assert(trained.Model.Detect(image), loaded.Detect(image));
        }
    }

    [Fact]
    public void A_model_read_back_knows_its_labels_size_and_origin()
    {
        var loaded = AnomalyModel.Load(new MemoryStream(trained.File));
        Assert.Equal(trained.Model.Labels, loaded.Labels);
        Assert.Equal(trained.Model.Origin, loaded.Origin);
        Assert.Equal((0, 0), (loaded.ImageWidth, loaded.ImageHeight));
    }

    [Fact]
    public void Saving_what_was_read_gives_the_same_file()
    {
        using var again = new MemoryStream();
        AnomalyModel.Load(new MemoryStream(trained.File)).Save(again);
        Assert.True(trained.File.AsSpan().SequenceEqual(again.ToArray()));
    }

    [Fact]
    public void A_stream_that_gives_a_few_bytes_at_a_time_is_read_whole()
    {
        var loaded = AnomalyModel.Load(new BufferedStream(new TricklingStream(trained.File), 1024));
        Assert.Equal(trained.Model.Origin, loaded.Origin);
    }

    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 777));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 777)]);
    }
}
