using LookoutVision.Datasets;
using LookoutVision.Local;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Local.Faults;

/// <summary>
/// Every change to the disk that a command makes fails once, in every way. After each the store opens, each project, dataset and
/// version in it is as before or as after the command, and the command can be given again.
/// </summary>
[Collection(nameof(TrainedStore))]
public sealed class StoreFaultTests(TrainedStore trained) : IDisposable
{
    private const int MostChanges = 200;

    private static readonly Lazy<Task<(Dataset Images, LocalTraining Training)>> Learned = new(LearnAsync);

    private readonly TempFolder _folder = new();

    private static readonly Dictionary<string, Func<LocalStore, Task>> Commands = new()
    {
        ["create a project"] = store => new LocalProjectCatalog(store).CreateProjectAsync("new", default),
        ["import a dataset"] = store => new LocalProjectCatalog(store).CreateDatasetAsync(TrainedStore.Project, DatasetType.Test, Images(3), default),
        ["replace a dataset"] = store => new LocalProjectCatalog(store).CreateDatasetAsync(TrainedStore.Project, DatasetType.Train, Images(3), default),
        ["change a dataset"] = store => new LocalDatasetCatalog(store).UpdateDatasetEntriesAsync(
            TrainedStore.Project, DatasetType.Train, """{"source-ref":"s3://parts/a.png"}"""u8.ToArray(), default),
        ["delete a dataset"] = store => new LocalProjectCatalog(store).DeleteDatasetAsync(TrainedStore.Project, DatasetType.Train, default),
        ["train in a new project"] = store => TrainAsync(store, "new"),
        ["train the next version"] = store => TrainAsync(store, TrainedStore.Project),
        ["announce a training"] = async store =>
            (await PendingTraining.CreateAsync(store, TrainedStore.Project, new() { Tags = new Dictionary<string, string> { ["line"] = "7" } }, default)).Dispose(),
        ["train what was announced"] = async store =>
        {
            var training = (await Learned.Value).Training;
            foreach (var pending in PendingTraining.TakeOver(store))
            {
                using (pending)
                {
                    await pending.CommitAsync(training);
                }
            }
        },
        ["start"] = store => new LocalModelHost(store).StartModelAsync(TrainedStore.Model, InferenceUnits.One, default),
        ["stop"] = store => new LocalModelHost(store).StopModelAsync(TrainedStore.Model, default),
        ["tag"] = store => new LocalModelTags(store).TagAsync(TrainedStore.Model, new Dictionary<string, string> { ["a"] = "b" }, default),
        ["delete a version"] = store => new LocalProjectCatalog(store).DeleteModelAsync(TrainedStore.Model, default),
        ["delete a project"] = async store =>
        {
            var catalog = new LocalProjectCatalog(store);
            await catalog.DeleteModelAsync(TrainedStore.Model, default);
            await catalog.DeleteDatasetAsync(TrainedStore.Project, DatasetType.Train, default);
            await catalog.DeleteProjectAsync(TrainedStore.Project, default);
        },
    };

    public static TheoryData<string> Names => [.. Commands.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheStoreHoldsTheOldOrTheNewAndTheCommandCanBeGivenAgain(string name)
    {
        var command = Commands[name];
        var (before, after) = (await StoreState.ReadAsync((await CopyAsync(name)).Root), await RunWholeAsync(name, command));
        Assert.NotEqual(before, after);
        foreach (var fault in Enum.GetValues<DiskFault>())
        {
            var failing = 0;
            while (await FailAtAsync(++failing, fault, name, command, before, after))
            {
                Assert.InRange(failing, 1, MostChanges);
            }

            Assert.True(failing > 1, "The command changes nothing.");
        }
    }

    private static Dataset Images(int count) => new([.. Enumerable.Range(0, count).Select(i =>
        new DatasetEntry { SourceRef = Path.GetFullPath($"{i}.png"), IsAnomalous = i == 0 })]);

    private static async Task TrainAsync(LocalStore store, string projectName)
    {
        var (images, training) = await Learned.Value;
        await new LocalProjectCatalog(store).StoreAsync(store.At(projectName), images, Images(2), training, default);
    }

    private static async Task<(Dataset Images, LocalTraining Training)> LearnAsync()
    {
        using var folder = new TempFolder();
        var images = SampleParts.Write(folder, "images", anomalies: 0);
        return (images, await LocalTraining.RunAsync(images, null, new(), null, default));
    }

    private async Task<StoreState> RunWholeAsync(string name, Func<LocalStore, Task> command)
    {
        var store = await CopyAsync(name);
        await command(store);
        return await StoreState.ReadAsync(store.Root);
    }

    /// <returns>Whether the command makes as many changes.</returns>
    private async Task<bool> FailAtAsync(
        int failing, DiskFault fault, string name, Func<LocalStore, Task> command, StoreState before, StoreState after)
    {
        var store = await CopyAsync(name);
        var seen = before;
        var disk = new FaultyDisk(failing, fault, () => seen = StoreState.ReadAsync(store.Root).GetAwaiter().GetResult());
        using (disk)
        {
            var error = await Record.ExceptionAsync(() => command(store));
            Assert.True(error is null or LookoutVisionException or KilledException, $"Change {failing}, {fault}: {error}");
        }

        var state = await StoreState.ReadAsync(store.Root);
        state.AssertBetween(before, after);
        seen.AssertBetween(before, after);
        if (!disk.HasFailed)
        {
            Assert.Equal(after, state);
            return false;
        }

        // Where the failed command did its work but for the tidying, giving it again may be a conflict.
        var again = await Record.ExceptionAsync(() => command(store));
        Assert.True(again is null or ConflictException or ResourceNotFoundException, $"Change {failing}, {fault}, again: {again}");
        return true;
    }

    private async Task<LocalStore> CopyAsync(string name)
    {
        foreach (var folder in Directory.GetDirectories(_folder.Root))
        {
            Directory.Delete(folder, recursive: true);
        }

        var host = trained.CopyTo(_folder);
        _folder.Write("buckets/parts/a.png", SampleParts.Draw(1, isAnomalous: false));
        var store = new LocalStore(_folder.Root, new BucketFolder(_folder.PathOf("buckets")));
        switch (name)
        {
            case "stop":
                await host.Models.StartModelAsync(TrainedStore.Model, InferenceUnits.One, default);
                break;
            case "train what was announced":
                (await PendingTraining.CreateAsync(store, TrainedStore.Project, new(), default)).Dispose();
                break;
        }

        return store;
    }
}
