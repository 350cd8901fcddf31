using LookoutVision.Hosting;

namespace LookoutVision.Testing;

/// <summary>A store with one trained model, made once; each test works on a copy.</summary>
[CollectionDefinition(nameof(TrainedStore))]
public sealed class TrainedStore : IAsyncLifetime, ICollectionFixture<TrainedStore>
{
    public const string Project = "plates";

    private readonly TempFolder _folder = new();

    public static ModelReference Model { get; } = new(Project, "1");

    public async Task InitializeAsync()
    {
        var catalog = HostConnector.Connect($"local:{_folder.PathOf("store")}").Projects!;
        await ModelMaker.MakeAsync(catalog, Project, SampleParts.Write(_folder, "images"), null, new(), null, default);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    internal HostConnection CopyTo(TempFolder folder)
    {
        var store = _folder.PathOf("store");
        foreach (var file in Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories))
        {
            folder.Write(Path.GetRelativePath(store, file), File.ReadAllBytes(file));
        }

        return HostConnector.Connect($"local:{folder.Root}");
    }
}
