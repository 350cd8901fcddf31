using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference.Localisation;
using LookoutVision.Hosting;
using LookoutVision.Local;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Local;

[Collection(nameof(TrainedStore))]
public sealed class LocalModelHostTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HostConnection _connection;

    public LocalModelHostTests(TrainedStore trained)
    {
        _connection = trained.CopyTo(_folder);
    }

    private IModelHost Host => _connection.Models;

    private IProjectCatalog Catalog => _connection.Projects!;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ATrainedModelIsDescribedWithWhatItWasTrainedOn()
    {
        var description = await Host.DescribeModelAsync(new(TrainedStore.Project, "latest"), default);

        Assert.Equal(("1", ModelStatus.Trained), (description.ModelVersion, description.Status));
        Assert.Equal((SampleParts.Width, SampleParts.Height), (description.ImageWidth, description.ImageHeight));
        Assert.InRange(description.Performance!.F1Score, 0.5, 1);
        Assert.Equal(["anomaly"], description.Labels);
        Assert.Null(description.MinInferenceUnits);
    }

    [Fact]
    public async Task AModelStartedByOneHostServesTheNextUntilItIsStopped()
    {
        var image = ImageSource.FromBytes(SampleParts.Draw(500, isAnomalous: true), "part");
        var notHosted = await Assert.ThrowsAsync<ConflictException>(() => Host.DetectAnomaliesAsync(TrainedStore.Model, image, default));
        Assert.Contains("plates/1", notHosted.Message, StringComparison.Ordinal);

        var started = await Host.StartModelAsync(TrainedStore.Model, new(2, 3), default);
        Assert.Equal((ModelStatus.Hosted, 2, 3), (started.Status, started.MinInferenceUnits, started.MaxInferenceUnits));
        await Assert.ThrowsAsync<ConflictException>(() => Host.StartModelAsync(TrainedStore.Model, InferenceUnits.One, default));
        await Assert.ThrowsAsync<ConflictException>(() => Catalog.DeleteModelAsync(TrainedStore.Model, default));

        var other = HostConnector.Connect($"local:{_folder.Root}").Models;
        Assert.True((await other.DetectAnomaliesAsync(new(TrainedStore.Project, "latest"), image, default)).IsAnomalous);

        var stopped = await other.StopModelAsync(TrainedStore.Model, default);
        Assert.Equal((ModelStatus.Trained, null), (stopped.Status, stopped.MinInferenceUnits));
        await Assert.ThrowsAsync<ConflictException>(() => other.StopModelAsync(TrainedStore.Model, default));
        await Assert.ThrowsAsync<ConflictException>(() => Host.DetectAnomaliesAsync(TrainedStore.Model, image, default));
    }

    [Fact]
    public async Task AResultTellsAllOfTheImage()
    {
        await Host.StartModelAsync(TrainedStore.Model, InferenceUnits.One, default);
        var path = _folder.Write("part.jpg", SampleParts.Draw(501, isAnomalous: false));

        var result = await Host.DetectAnomaliesAsync(TrainedStore.Model, ImageSource.FromFile(path), default);

        Assert.False(result.IsAnomalous);
        Assert.InRange(result.Confidence, 0.5, 1);
        Assert.Equal((path, "image/png", "plates", "1"), (result.Path, result.ContentType, result.ProjectName, result.ModelVersion));
        Assert.Equal((SampleParts.Width, SampleParts.Height), (result.Width, result.Height));
        Assert.True(result.Duration > TimeSpan.Zero);
        Assert.Equal("direct", result.Source.Type);
    }

    [Fact]
    public async Task AHeatMapIsHottestOnTheScratchAndColdOnASoundPart()
    {
        await Host.StartModelAsync(TrainedStore.Model, InferenceUnits.One, default);
        var (sound, scratched) = (SampleParts.Draw(503, isAnomalous: false), SampleParts.Draw(503, isAnomalous: true));
        var changed = ImageCodec.Decode(sound).Pixels.Zip(ImageCodec.Decode(scratched).Pixels, (a, b) => a != b).ToArray();

        var hot = await Host.MapAnomaliesAsync(TrainedStore.Model, ImageSource.FromBytes(scratched, "scratched"), default);
        var cold = await Host.MapAnomaliesAsync(TrainedStore.Model, ImageSource.FromBytes(sound, "sound"), default);

        var values = hot.Enlarge(SampleParts.Width, SampleParts.Height);
        Assert.True(changed[3 * Array.IndexOf(values, values.Max())], "the hottest pixel is none of the scratch's");
        Assert.True(values.Max() > AnomalyHeatmap.Limit);
        Assert.True(cold.Values.Max() < AnomalyHeatmap.Limit);
    }

    [Fact]
    public async Task AFileThatCannotBeJudgedIsNamedWithTheReason()
    {
        await Host.StartModelAsync(TrainedStore.Model, InferenceUnits.One, default);
        var part = SampleParts.Draw(502, isAnomalous: false);
        var cases = new (string Name, byte[]? Content, string Reason)[]
        {
            ("missing.png", null, "cannot be read"),
            ("empty.png", [], "is empty"),
            ("text.png", "hello there, this is text"u8.ToArray(), "neither"),
            ("cut.png", part[..(part.Length / 2)], ""),
            ("wrong-size.png", Picture.Plain(96, 80), "96x80 pixels, but the model plates/1 takes 80x64"),
            ("small.png", Picture.Plain(63, 80), "63x80"),
            ("huge.png", new byte[ImageSource.MaxBytes + 1], "8 MiB"),
        };
        foreach (var (name, content, reason) in cases)
        {
            var path = content is null ? _folder.PathOf(name) : _folder.Write(name, content);
            var error = await Assert.ThrowsAsync<ValidationException>(
                () => Host.DetectAnomaliesAsync(TrainedStore.Model, ImageSource.FromFile(path), default));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
            Assert.NotNull(error.RecommendedAction);
        }
    }

    [Fact]
    public async Task ADamagedModelFileFailsTheStartAndIsNamed()
    {
        var path = _folder.PathOf("projects", TrainedStore.Project, "models", "1", "model.lvm");
        var bytes = await File.ReadAllBytesAsync(path);
        foreach (var damaged in new[] { bytes[..(bytes.Length / 2)], [], "foreign"u8.ToArray() })
        {
            await File.WriteAllBytesAsync(path, damaged);
            var error = await Assert.ThrowsAsync<InternalServerException>(
                () => Host.StartModelAsync(TrainedStore.Model, InferenceUnits.One, default));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(ModelStatus.Trained, (await Host.DescribeModelAsync(TrainedStore.Model, default)).Status);
        await File.WriteAllBytesAsync(path, bytes);
        Assert.Equal(ModelStatus.Hosted, (await Host.StartModelAsync(TrainedStore.Model, InferenceUnits.One, default)).Status);
    }

    [Theory]
    [InlineData(1980)]
    [InlineData(2100)]
    public async Task AClockThatJumpedDoesNotMatter(int year)
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        await Host.StartModelAsync(TrainedStore.Model, InferenceUnits.One, default);
        var image = ImageSource.FromBytes(SampleParts.Draw(7, isAnomalous: true), "part");
        var before = await Host.DetectAnomaliesAsync(TrainedStore.Model, image, default);
        File.SetLastWriteTimeUtc(_folder.PathOf("projects", TrainedStore.Project, "models", "1", "model.lvm"), DateTime.UtcNow);

        Assert.Equal(before.Confidence, (await Host.DetectAnomaliesAsync(TrainedStore.Model, image, default)).Confidence);
        Assert.Equal(ModelStatus.Trained, (await Host.StopModelAsync(TrainedStore.Model, default)).Status);
    }

    [Fact]
    public async Task ADeletedVersionIsGoneAndItsNumberIsNeverGivenAgain()
    {
        await Assert.ThrowsAsync<ValidationException>(() => Catalog.DeleteModelAsync(new(TrainedStore.Project, "latest"), default));
        await Catalog.DeleteModelAsync(TrainedStore.Model, default);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Host.DescribeModelAsync(TrainedStore.Model, default));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.PathOf("projects", TrainedStore.Project, "models")));
        var project = new LocalStore(_folder.Root).Open(TrainedStore.Project);
        Assert.Equal(1, project.Read().LastDeletedVersion);
        Assert.Equal(2, project.NextVersion());
    }

    [Fact]
    public async Task AModelIsLoadedOnceHoweverManyAskAndAgainWhenItsFileIsAnother()
    {
        var path = _folder.PathOf("projects", TrainedStore.Project, "models", "1", "model.lvm");
        var models = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => ModelCache.Get(path))));
        Assert.Single(models.Distinct());

        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));
        Assert.NotSame(models[0], ModelCache.Get(path));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(3, 2)]
    public async Task UnitsThatMakeNoSenseAreRefused(int minimum, int? maximum) =>
        await Assert.ThrowsAsync<ValidationException>(() => Host.StartModelAsync(TrainedStore.Model, new(minimum, maximum), default));
}
