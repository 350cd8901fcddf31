using LookoutVision.Engine.Training;
using LookoutVision.Hosting;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Local;

[Collection(nameof(TrainedStore))]
public sealed class LocalTrainingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder _folder = new();
    private readonly TempFolder _images = new();
    private readonly HostConnection _connection;

    public LocalTrainingTests(TrainedStore trained)
    {
        _connection = trained.CopyTo(_folder);
    }

    private IProjectCatalog Catalog => _connection.Projects!;

    public void Dispose()
    {
        _folder.Dispose();
        _images.Dispose();
    }

    [Fact]
    public async Task TwoProcessesTrainingInOneNewProjectBothFinishAsTwoVersions()
    {
        var train = SampleParts.Write(_images, "few/train", 10, 0);
        var test = SampleParts.Write(_images, "few/test", 2, 2, masks: false);
        using var other = OtherProcess.StartTraining(_folder.Root, "both", _images.PathOf("few"));
        var own = ModelMaker.MakeAsync(Catalog, "both", train, test, new(), null, default);

        var output = await other.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        var model = await own.WaitAsync(Patience);

        var otherVersion = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
        Assert.Equal(["1", "2"], new[] { model.ModelVersion, otherVersion.Split(' ')[^1] }.Order());
        Assert.NotNull(model.Performance);
        var models = new[] { "1", "2" }.Select(v => File.ReadAllBytes(_folder.PathOf("projects", "both", "models", v, "model.lvm")));
        Assert.Single(models.Select(Convert.ToHexString).Distinct());
    }

    [Theory]
    [InlineData(TrainedStore.Project)]
    [InlineData("new")]
    public async Task AKilledTrainingLeavesTheStoreAsItWas(string projectName)
    {
        SampleParts.Write(_images, "images");
        var before = _folder.Snapshot();
        using var other = OtherProcess.StartTraining(_folder.Root, projectName, _images.PathOf("images"));
        Assert.NotNull(await other.StandardOutput.ReadLineAsync().WaitAsync(Patience));
        other.Kill();
        await other.WaitForExitAsync().WaitAsync(Patience);

        Assert.NotEqual(0, other.ExitCode);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task ACancelledTrainingLeavesTheStoreAsItWas()
    {
        var before = _folder.Snapshot();
        using var cancel = new CancellationTokenSource();
        var train = SampleParts.Write(_images, "other");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ModelMaker.MakeAsync(
            Catalog, TrainedStore.Project, train, train, new(), new Canceller(cancel), cancel.Token).WaitAsync(Patience));

        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task ATrainingWhoseEndCouldNotBeKeptDoesNotBegin()
    {
        _folder.Write("foreign/locks", "not a folder");
        using var begun = new CancellationTokenSource();
        var images = SampleParts.Write(_images, "images");
        var catalog = HostConnector.Connect($"local:{_folder.PathOf("foreign")}").Projects!;

        await Assert.ThrowsAsync<InternalServerException>(() =>
            ModelMaker.MakeAsync(catalog, "new", images, null, new(), new Canceller(begun), default).WaitAsync(Patience));

        Assert.False(begun.IsCancellationRequested);
    }

    [Fact]
    public async Task ATrainingThatFailsSaysWhyAndLeavesNoNewProject()
    {
        var few = SampleParts.Write(_images, "few", normals: 3);

        var error = await Assert.ThrowsAsync<ValidationException>(() => ModelMaker.MakeAsync(Catalog, "new", few, null, new(), null, default));

        Assert.Contains("normal images", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Catalog.DescribeProjectAsync("new", default));
    }

    [Theory]
    [InlineData("gone", false)]
    [InlineData("damaged", false)]
    [InlineData("another size", false)]
    [InlineData("too small", false)]
    [InlineData("gone", true)]
    [InlineData("another size", true)]
    public async Task AnImageThatCannotBeUsedIsNamed(string fault, bool inTest)
    {
        var train = SampleParts.Write(_images, "images");
        var test = SampleParts.Write(_images, "test", 4, 1);
        var path = (inTest ? test : train).Entries[3].SourceRef;
        if (fault == "gone")
        {
            File.Delete(path);
        }
        else
        {
            File.WriteAllBytes(path, fault switch
            {
                "damaged" => File.ReadAllBytes(path)[..100],
                "too small" => Picture.Plain(63, 99),
                _ => Picture.Plain(99, 99),
            });
        }

        var error = await Assert.ThrowsAsync<ValidationException>(
            () => ModelMaker.MakeAsync(Catalog, TrainedStore.Project, train, test, new(), null, default));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal(fault == "too small", error.Message.Contains("64 to 4096", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ImagesOfSeveralSizesAreLearnedFromAndJudgedWhereThatIsAskedFor()
    {
        var train = SampleParts.Write(_images, "train", normals: 10, anomalies: 0);
        File.WriteAllBytes(train.Entries[3].SourceRef, Picture.Plain(99, 80));

        var model = await ModelMaker.MakeAsync(Catalog, "mixed", train, null, new() { Resize = true }, null, default);
        var reference = new ModelReference("mixed", "1");
        await _connection.Models.StartModelAsync(reference, InferenceUnits.One, default);
        var image = ImageSource.FromBytes(Picture.Plain(70, 130), "other");
        var result = await _connection.Models.DetectAnomaliesAsync(reference, image, default);

        Assert.Equal((0, 0), (model.ImageWidth, model.ImageHeight));
        Assert.Equal((70, 130), (result.Width, result.Height));
    }

    [Fact]
    public async Task AModelOfNormalImagesAloneIsNotJudgedByTheTestImagesOfTheOneBefore()
    {
        var train = SampleParts.Write(_images, "train", normals: 10, anomalies: 0);
        await Catalog.CreateDatasetAsync(TrainedStore.Project, DatasetType.Test, train, default);

        var model = await ModelMaker.MakeAsync(
            Catalog, TrainedStore.Project, train, null, new() { Description = "second" }, null, default);

        Assert.Equal(("2", "second", null), (model.ModelVersion, model.Description, model.Performance));
        Assert.Empty(model.Labels);
        Assert.Equal(
            [DatasetType.Train], (await Catalog.DescribeProjectAsync(TrainedStore.Project, default)).Datasets.Select(d => d.DatasetType));
        Assert.Equal((10, 0, double.NaN), (model.Evaluation!.Images, model.Evaluation.AnomalousImages, model.Evaluation.F1Score));
    }

    private sealed class Canceller(CancellationTokenSource cancel) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => cancel.Cancel();
    }
}
