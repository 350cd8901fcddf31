using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LookoutVision.Conformance.Support;

namespace LookoutVision.Conformance;

/// <summary>What a server leaves when it dies.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly PartsBucket _parts = new();
    private readonly HttpClient _client = new();

    public void Dispose()
    {
        _client.Dispose();
        _parts.Dispose();
    }

    [Fact]
    public async Task ATrainingThatAKilledServerHadAcceptedIsFinishedByTheNext()
    {
        using (var first = await ServeProcess.StartAsync(_parts.Folder))
        {
            await PostAsync(first, "projects", new JsonObject { ["ProjectName"] = "p" });
            var manifest = new JsonObject { ["Bucket"] = PartsBucket.Name, ["Key"] = PartsBucket.ManifestKey };
            var source = new JsonObject { ["GroundTruthManifest"] = new JsonObject { ["S3Object"] = manifest } };
            await PostAsync(first, "projects/p/datasets", new JsonObject { ["DatasetType"] = "train", ["DatasetSource"] = source });
            var output = new JsonObject { ["S3Location"] = new JsonObject { ["Bucket"] = PartsBucket.Name } };
            await PostAsync(first, "projects/p/models", new JsonObject { ["OutputConfig"] = output });
            Assert.Equal("TRAINING", await StatusAsync(first));
            first.Kill();
        }

        using var second = await ServeProcess.StartAsync(_parts.Folder);
        var status = await StatusAsync(second);
        while (status == "TRAINING")
        {
            await Task.Delay(200);
            status = await StatusAsync(second);
        }

        Assert.Equal("TRAINED", status);
        Assert.True(File.Exists(_parts.PathOf("EvaluationResult-p-1.json")));
    }

    private async Task PostAsync(ServeProcess server, string path, JsonObject body)
    {
        using var answer = await _client.PostAsJsonAsync($"{server.Endpoint}/2020-11-20/{path}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> StatusAsync(ServeProcess server)
    {
        var answer = await _client.GetFromJsonAsync<JsonObject>($"{server.Endpoint}/2020-11-20/projects/p/models/1");
        return (string)answer!["ModelDescription"]!["Status"]!;
    }
}
