using System.Text.Json.Nodes;
using LookoutVision.Local;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Local;

/// <summary>Versions that are announced before they are trained.</summary>
[Collection(nameof(TrainedStore))]
public sealed class PendingTrainingTests : IDisposable
{
    private const string OutputBucket = "out-bucket";

    private readonly TempFolder _folder = new();
    private readonly LocalStore _store;
    private readonly IModelHost _models;
    private readonly IProjectCatalog _projects;

    public PendingTrainingTests(TrainedStore trained)
    {
        var host = trained.CopyTo(_folder);
        (_models, _projects) = (host.Models, host.Projects!);
        Directory.CreateDirectory(_folder.PathOf("buckets", OutputBucket));
        _store = new(_folder.Root, new BucketFolder(_folder.PathOf("buckets")));
    }

    private static ModelReference Second { get; } = new(TrainedStore.Project, "2");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AnAnnouncedVersionIsTrainedAndItsEvaluationWrittenWhereItWasAskedFor()
    {
        var options = new ModelTrainingOptions { Description = "night-shift", OutputConfig = new(OutputBucket, "runs/a_"), Tags = new Dictionary<string, string> { ["line"] = "4" } };
        using var pending = await PendingTraining.CreateAsync(_store, TrainedStore.Project, options, default);
        var announced = await _models.DescribeModelAsync(Second, default);
        await Assert.ThrowsAsync<ConflictException>(() => _projects.DeleteModelAsync(Second, default));
        await Assert.ThrowsAsync<ConflictException>(() => _models.StartModelAsync(Second, InferenceUnits.One, default));

        var trained = await pending.RunAsync(null, default);

        Assert.Equal(ModelStatus.Training, announced.Status);
        Assert.Equal((ModelStatus.Trained, "night-shift", announced.CreationTimestamp), (trained.Status, trained.Description, trained.CreationTimestamp));
        Assert.Equal("4", (await new LocalModelTags(_store).ListTagsAsync(Second, default))["line"]);
        var evaluation = JsonNode.Parse(File.ReadAllText(_folder.PathOf("buckets", OutputBucket, "runs", "a_EvaluationResult-plates-2.json")))!;
        Assert.EndsWith(":model/plates/2", (string?)evaluation["EvaluationDetails"]!["ModelArn"], StringComparison.Ordinal);
        Assert.Equal(15, File.ReadLines(_folder.PathOf("buckets", OutputBucket, "runs", "a_EvaluationManifest-plates-2.json")).Count());
        Assert.Equal(ModelStatus.Hosted, (await _models.StartModelAsync(Second, InferenceUnits.One, default)).Status);
    }

    [Fact]
    public async Task ATrainingThatFailsSaysWhy()
    {
        await _projects.DeleteDatasetAsync(TrainedStore.Project, DatasetType.Train, default);
        await new LocalDatasetCatalog(_store).CreateDatasetAsync(TrainedStore.Project, DatasetType.Train, null, default);
        using var pending = await PendingTraining.CreateAsync(_store, TrainedStore.Project, new(), default);

        var failed = await pending.RunAsync(null, default);

        Assert.Equal(ModelStatus.TrainingFailed, failed.Status);
        Assert.Contains("image", failed.StatusMessage, StringComparison.OrdinalIgnoreCase);
        await Assert.ThrowsAsync<ConflictException>(() => _models.StartModelAsync(Second, InferenceUnits.One, default));
        await _projects.DeleteModelAsync(Second, default);
    }

    [Fact]
    public async Task AnInterruptedTrainingIsTakenOverByWhoeverComesNext()
    {
        using (var pending = await PendingTraining.CreateAsync(_store, TrainedStore.Project, new() { Seed = 5 }, default))
        {
            Assert.Empty(PendingTraining.TakeOver(_store));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending.RunAsync(null, new(canceled: true)));
        }

        // What is trained on is what was there when the version was announced.
        await _projects.DeleteDatasetAsync(TrainedStore.Project, DatasetType.Train, default);
        using var taken = Assert.Single(PendingTraining.TakeOver(_store));
        var trained = await taken.RunAsync(null, default);

        Assert.Equal((Second.ModelVersion, ModelStatus.Trained), (trained.ModelVersion, trained.Status));
    }

    [Fact]
    public async Task ATrainingThatIsInterruptedAgainAndAgainEnds()
    {
        (await PendingTraining.CreateAsync(_store, TrainedStore.Project, new(), default)).Dispose();
        var record = _folder.PathOf("projects", "plates", "models", "2", "model.json");
        _folder.Write("projects/plates/models/3/model.json", "torn");
        File.WriteAllText(record, File.ReadAllText(record).Replace("\"Attempts\": 0", "\"Attempts\": 3", StringComparison.Ordinal));

        using var taken = Assert.Single(PendingTraining.TakeOver(_store));
        var failed = await taken.RunAsync(null, default);

        Assert.Equal(ModelStatus.TrainingFailed, failed.Status);
        Assert.Contains("interrupted 3 times", failed.StatusMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVersionThatNobodyTrainsCanBeDeleted()
    {
        (await PendingTraining.CreateAsync(_store, TrainedStore.Project, new(), default)).Dispose();

        await _projects.DeleteModelAsync(Second, default);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _models.DescribeModelAsync(Second, default));
    }

    [Fact]
    public async Task ABucketThatIsNotThereIsToldBeforeAnythingIsAnnounced()
    {
        await Assert.ThrowsAsync<ValidationException>(() => PendingTraining.CreateAsync(
            _store, TrainedStore.Project, new() { OutputConfig = new("no-such-bucket") }, default));

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _models.DescribeModelAsync(Second, default));
    }
}
