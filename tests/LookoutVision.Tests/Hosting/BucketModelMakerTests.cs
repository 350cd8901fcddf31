using LookoutVision.Hosting;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Hosting;

public sealed class BucketModelMakerTests : IDisposable
{
    private readonly BucketStore _store = new(new TempFolder());

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("missing.manifest")]
    [InlineData("torn.manifest")]
    public async Task AManifestThatCannotBeReadLeavesTheDatasetThatIsThere(string key)
    {
        _store.Put("torn.manifest", "{");
        await GiveAsync("two.manifest", 2);

        await Assert.ThrowsAnyAsync<LookoutVisionException>(() => MakeAsync(key));

        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task AManifestTakesThePlaceOfTheDatasetThatIsThere()
    {
        await GiveAsync("two.manifest", 2);
        Write("three.manifest", 3);

        // Three images are too few to train on.
        await Assert.ThrowsAsync<ValidationException>(() => MakeAsync("three.manifest"));

        Assert.Equal(3, await CountAsync());
    }

    private Task<ModelDescription> MakeAsync(string key) =>
        BucketModelMaker.MakeAsync(_store.Host, "bolts", At(key), new ModelTrainingOptions(), null, default);

    private async Task GiveAsync(string key, int images)
    {
        Write(key, images);
        await _store.Host.Projects!.CreateProjectAsync("bolts", default);
        await _store.Host.Datasets!.CreateDatasetAsync("bolts", DatasetType.Train, At(key), default);
    }

    private async Task<int> CountAsync() => (await _store.Host.Projects!.DescribeProjectAsync("bolts", default)).Datasets.Single().TotalImages;

    private void Write(string key, int images)
    {
        var names = Enumerable.Range(0, images).Select(i => $"{i}.png").ToList();
        names.ForEach(name => _store.Put(name, "an image"));
        _store.Put(key, string.Join('\n', names.Select(name => BucketStore.Line(name, "normal", number: 0))));
    }

    private static S3Object At(string key) => new(BucketStore.Bucket, key);
}
