using System.Text.Json.Nodes;
using LookoutVision.Conformance.Support;

namespace LookoutVision.Conformance;

/// <summary>Servers on a store with which much goes wrong.</summary>
public sealed class RefusingServers : IAsyncLifetime
{
    private readonly PartsBucket _parts = new();
    private ServeProcess? _main;
    private ServeProcess? _reader;

    internal ServeProcess Main => _main!;

    /// <summary>One that changes nothing, and takes one request at a time.</summary>
    internal ServeProcess Reader => _reader!;

    public async Task InitializeAsync()
    {
        _parts.Folder.Write("store/projects/full/project.json", """{"ProjectName": "full", "CreationTimestamp": "2026-01-01T00:00:00Z"}""");
        _parts.Folder.Write(
            "store/projects/full/models/1/model.json",
            """{"ProjectName": "full", "ModelVersion": 1, "Status": "TRAINED", "CreationTimestamp": "2026-01-01T00:00:00Z"}""");
        _parts.Folder.Write(
            "store/projects/full/models/1/tags.json",
            new JsonObject(Enumerable.Range(0, 200).Select(i => KeyValuePair.Create<string, JsonNode?>($"k{i}", "v"))).ToJsonString());
        _parts.Folder.Write("store/projects/broken/project.json", "torn");
        _main = await ServeProcess.StartAsync(_parts.Folder);
        _reader = await ServeProcess.StartAsync(_parts.Folder, "--read-only", "--max-requests", "1");
    }

    public Task DisposeAsync()
    {
        _main?.Dispose();
        _reader?.Dispose();
        _parts.Dispose();
        return Task.CompletedTask;
    }
}
