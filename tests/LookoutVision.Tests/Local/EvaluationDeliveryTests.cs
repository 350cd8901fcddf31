using LookoutVision.Hosting;
using LookoutVision.Local;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Local;

/// <summary>Where a model's maker asked for its evaluation.</summary>
[Collection(nameof(TrainedStore))]
public sealed class EvaluationDeliveryTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly IProjectCatalog _projects;

    public EvaluationDeliveryTests(TrainedStore trained)
    {
        trained.CopyTo(_folder);
        Directory.CreateDirectory(_folder.PathOf("buckets", "figures"));
        _projects = HostConnector.Local(new LocalStore(_folder.Root, new BucketFolder(_folder.PathOf("buckets"))), "a test's store").Projects!;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AModelThatIsMadeAtOncePutsItThere()
    {
        await MakeAsync("figures");

        Assert.Equal(
            ["a_EvaluationManifest-plates-2.json", "a_EvaluationResult-plates-2.json"],
            Directory.GetFiles(_folder.PathOf("buckets", "figures", "runs")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AModelForABucketThatIsNoneIsNotMade()
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => MakeAsync("nowhere"));

        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("projects", "plates", "models", "2")));
    }

    private async Task<ModelDescription> MakeAsync(string bucket) => await ModelMaker.MakeAsync(
        _projects,
        TrainedStore.Project,
        await _projects.ReadDatasetAsync(TrainedStore.Project, DatasetType.Train, default),
        null,
        new() { OutputConfig = new(bucket, "runs/a_") },
        null,
        default);
}
