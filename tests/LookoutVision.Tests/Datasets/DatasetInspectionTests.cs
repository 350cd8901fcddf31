using LookoutVision.Datasets;
using LookoutVision.Engine.Training.Advice;
using LookoutVision.Hosting;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Datasets;

public sealed class DatasetInspectionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FaultsAreToldWithoutTrainingEvenThoseThatForbidIt()
    {
        var train = SampleParts.Write(_folder, "parts");
        File.WriteAllBytes(train.Entries[3].SourceRef, Picture.Plain(30, 99));
        File.Copy(train.Entries[1].SourceRef, train.Entries[2].SourceRef, overwrite: true);

        var advice = await DatasetInspection.InspectAsync(train, null, new(), default);

        var unreadable = Assert.Single(advice, a => a.Kind == TrainingAdviceKind.UnreadableImages);
        Assert.Equal([train.Entries[3].SourceRef], unreadable.Files);
        Assert.Contains("64 to 4096", unreadable.Message, StringComparison.Ordinal);
        var duplicates = Assert.Single(advice, a => a.Kind == TrainingAdviceKind.DuplicateImages);
        Assert.Equal(train.Entries.Skip(1).Take(2).Select(e => e.SourceRef), duplicates.Files);
        Assert.Contains(advice, a => a.Message.StartsWith("There are 9 normal images", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AModelKeepsTheAdviceThatItsTrainingGave()
    {
        var train = SampleParts.Write(_folder, "parts", normals: 11, anomalies: 0);
        File.Copy(train.Entries[1].SourceRef, train.Entries[2].SourceRef, overwrite: true);
        var connection = HostConnector.Connect($"local:{_folder.PathOf("store")}");

        var made = await ModelMaker.MakeAsync(connection.Projects!, "parts", train, null, new(), null, default);
        var described = await connection.Models.DescribeModelAsync(new("parts", "1"), default);

        Assert.Equal(
            [TrainingAdviceKind.TooFewImages, TrainingAdviceKind.TooFewImages, TrainingAdviceKind.DuplicateImages],
            made.TrainingAdvice.Select(a => a.Kind));
        Assert.Equal(made.TrainingAdvice.Select(a => (a.Kind, a.Message)), described.TrainingAdvice.Select(a => (a.Kind, a.Message)));
        Assert.Equal(made.TrainingAdvice[2].Files, described.TrainingAdvice[2].Files);
        File.Delete(_folder.PathOf("store", "projects", "parts", "models", "1", "advice.json"));
        Assert.Empty((await connection.Models.DescribeModelAsync(new("parts", "1"), default)).TrainingAdvice);
    }
}
