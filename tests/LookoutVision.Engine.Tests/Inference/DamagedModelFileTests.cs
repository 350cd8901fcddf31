using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference;

[Collection(nameof(TrainedModel))]
public class DamagedModelFileTests(TrainedModel trained)
{
    [Theory]
    [InlineData("")]
    [InlineData("LVMODEL")]
    [InlineData("PK\u0003\u0004 some archive of another program that is long enough to hold a checksum")]
    public void A_foreign_file_is_called_no_model(string content)
    {
        Assert.Contains("not a LookoutVision model", Refused(System.Text.Encoding.Latin1.GetBytes(content)));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        var file = trained.File;
        int[] lengths = [8, 9, 15, 16, 17, 47, 48, 49, 1000, file.Length / 3, file.Length / 2, file.Length - 33, file.Length - 32, file.Length - 1];
        Assert.All(lengths, length => Assert.Contains("cut off", Refused(file[..length])));
    }

    [Fact]
    public void A_file_with_something_behind_its_end_is_refused()
    {
        Assert.Contains("damaged", Refused([.. trained.File, 0]));
    }

    [Fact]
    public void Any_flipped_bit_is_noticed()
    {
        var file = (byte[])trained.File.Clone();
        var positions = Enumerable.Range(0, 64)
            .Concat(Enumerable.Range(1, 60).Select(i => (int)((long)i * (file.Length - 1) / 60)))
            .Concat(Enumerable.Range(file.Length - 32, 32));
        foreach (var position in positions)
        {
            var bit = (byte)(1 << (position % 8));
            file[position] ^= bit;
            Refused(file);
            file[position] ^= bit;
        }

        AnomalyModel.Load(new MemoryStream(file));
    }

    [Fact]
    public void A_file_of_a_newer_format_says_what_to_do()
    {
        var file = (byte[])trained.File.Clone();
        file[8]++;
        var message = Refused(file);
        Assert.Contains($"version {file[8]}", message);
        Assert.Contains("update LookoutVision", message);
    }

    [Fact]
    public void A_file_of_an_older_format_says_what_to_do()
    {
        var file = (byte[])trained.File.Clone();
        file[8]--;
        var message = Refused(file);
        Assert.Contains($"version {file[8]}", message);
        Assert.Contains("train the model again", message);
    }

    private static string Refused(byte[] file) =>
        Assert.Throws<ModelFormatException>(() => AnomalyModel.Load(new MemoryStream(file))).Message;
}
