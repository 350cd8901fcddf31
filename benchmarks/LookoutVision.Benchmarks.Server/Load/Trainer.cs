using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LookoutVision.Benchmarks.Server.Load;

/// <summary>Has models trained, started, stopped and deleted all the while; each that is accepted has to be finished.</summary>
internal sealed class Trainer(HttpClient http, PartStore store, LoadReport report)
{
    private const string Project = "/2020-11-20/projects/trained";

    private readonly List<string> _accepted = [];

    public async Task RunAsync(CancellationToken end)
    {
        await AskAsync(HttpMethod.Post, "/2020-11-20/projects", new() { ["ProjectName"] = "trained" });
        await AskAsync(HttpMethod.Post, $"{Project}/datasets", new()
        {
            ["DatasetType"] = "train",
            ["DatasetSource"] = new JsonObject
            {
                ["GroundTruthManifest"] = new JsonObject { ["S3Object"] = new JsonObject { ["Bucket"] = "parts", ["Key"] = store.WriteManifest() } },
            },
        });
        while ((string?)(await AskAsync(HttpMethod.Get, $"{Project}/datasets/train"))?["DatasetDescription"]?["Status"] == "CREATE_IN_PROGRESS")
        {
            await Waiting.ForAsync(TimeSpan.FromSeconds(1), end);
        }

        while (!end.IsCancellationRequested)
        {
            var made = await AskAsync(HttpMethod.Post, $"{Project}/models", new()
            {
                ["OutputConfig"] = new JsonObject { ["S3Location"] = new JsonObject { ["Bucket"] = "parts" } },
            });
            if ((string?)made?["ModelMetadata"]?["ModelVersion"] is { } version)
            {
                _accepted.Add(version);
                await Waiting.ForAsync(TimeSpan.FromSeconds(5), end);
                await UseAsync(version, end);
            }
        }
    }

    /// <summary>Waits for what was accepted, and tells which did not become a model.</summary>
    public async Task FinishAsync(TimeSpan patience)
    {
        var until = DateTime.UtcNow + patience;
        foreach (var version in _accepted)
        {
            while (await StatusAsync(version) == "TRAINING" && DateTime.UtcNow < until)
            {
                await Task.Delay(500);
            }

            var status = await StatusAsync(version);
            report.Count("trainer", $"{status}");
            if (status is not ("TRAINED" or "HOSTED"))
            {
                report.Fault("trainer", $"version {version} is {status}");
            }
        }
    }

    private async Task UseAsync(string version, CancellationToken end)
    {
        while (await StatusAsync(version) == "TRAINING" && !end.IsCancellationRequested)
        {
            await Waiting.ForAsync(TimeSpan.FromSeconds(1), end);
        }

        if (await StatusAsync(version) == "TRAINED")
        {
            await AskAsync(HttpMethod.Post, $"{Project}/models/{version}/start", new() { ["MinInferenceUnits"] = 1 });
            await AskAsync(HttpMethod.Post, $"{Project}/models/{version}/stop");
        }
    }

    private async Task<string?> StatusAsync(string version) =>
        (string?)(await AskAsync(HttpMethod.Get, $"{Project}/models/{version}"))?["ModelDescription"]?["Status"];

    /// <summary>As AWS's clients do, comes again when it is throttled.</summary>
    private async Task<JsonObject?> AskAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            using var answer = await http.SendAsync(request, CancellationToken.None);
            if ((int)answer.StatusCode != 429)
            {
                await report.CountAsync("trainer", answer, 200, 202);
                return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonObject>() : null;
            }

            report.Count("trainer", "429");
            await Task.Delay(500);
        }
    }
}
