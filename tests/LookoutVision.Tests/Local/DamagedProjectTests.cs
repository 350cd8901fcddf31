using System.Text.Json.Nodes;
using LookoutVision.Hosting;
using LookoutVision.Local;
using LookoutVision.Service;
using LookoutVision.Service.Model;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Local;

/// <summary>What a damaged project does to the others of its store: nothing.</summary>
[Collection(nameof(TrainedStore))]
public sealed class DamagedProjectTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HostConnection _host;

    public DamagedProjectTests(TrainedStore trained)
    {
        _host = trained.CopyTo(_folder);
        _folder.Write("projects/bolts/project.json", """{"ProjectName":"bolts","CreationTimestamp":"2026-01-01T00:00:00Z"}""");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ADamagedModelIsNamedOnceTheOthersAreListed()
    {
        var path = _folder.Write("projects/bolts/models/1/model.json", "{\"ProjectName\":\"bo");
        var models = new List<ModelDescription>();

        var error = await Assert.ThrowsAsync<InternalServerException>(async () =>
        {
            await foreach (var model in _host.Models.ListModelsAsync(null, default))
            {
                models.Add(model);
            }
        });

        Assert.Equal(TrainedStore.Project, Assert.Single(models).ProjectName);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOnlyHostedModelIsMeantAllTheSame()
    {
        _folder.Write("projects/bolts/models/1/model.json", "");
        await Assert.ThrowsAsync<InternalServerException>(ResolveAsync);

        await _host.Models.StartModelAsync(TrainedStore.Model, InferenceUnits.One, default);

        Assert.Equal(TrainedStore.Model, await ResolveAsync());
    }

    [Fact]
    public async Task APageHasWhatCanBeReadAndTheNextOneTellsTheError()
    {
        var path = _folder.Write("projects/bolts/datasets/train/manifest.jsonl", "{\"source-ref\":\"a.jpg\"}\n{\"sou");

        var page = await ListProjectsAsync("{}");
        var next = new JsonObject { ["NextToken"] = (string?)page["NextToken"] };
        var error = await Assert.ThrowsAsync<InternalServerException>(() => ListProjectsAsync(next.ToJsonString()));

        Assert.Equal([TrainedStore.Project], page["Projects"]!.AsArray().Select(p => (string?)p!["ProjectName"]));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("backup", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADamagedListOfAnAnnouncedVersionFailsItsTrainingAlone()
    {
        var store = new LocalStore(_folder.Root);
        using var pending = await PendingTraining.CreateAsync(store, TrainedStore.Project, new(), default);
        var path = _folder.Write("projects/plates/models/2/train.manifest", "{");

        var failed = await pending.RunAsync(null, default);

        Assert.Equal(ModelStatus.TrainingFailed, failed.Status);
        Assert.Contains(path, failed.StatusMessage, StringComparison.Ordinal);
    }

    private Task<ModelReference> ResolveAsync() => DefaultModel.ResolveAsync(_host.Models, null, null, null, default);

    private Task<JsonObject> ListProjectsAsync(string input) => new ServiceDispatcher(_host)
        .DispatchAsync(ServiceOperations.Get("ListProjects"), JsonNode.Parse(input)!.AsObject(), null, default);
}
