using LookoutVision.Conformance.Support;

namespace LookoutVision.Conformance;

/// <summary>One server for all clients, which verifies their signatures.</summary>
public sealed class ConformanceServer : IAsyncLifetime
{
    private readonly PartsBucket _parts = new();
    private ServeProcess? _server;

    internal PartsBucket Parts => _parts;

    internal string Endpoint => _server!.Endpoint;

    public async Task InitializeAsync()
    {
        var keys = _parts.Folder.Write(
            "keys", $"[clients]\naws_access_key_id={ServeProcess.KeyId}\naws_secret_access_key={ServeProcess.Secret}\n");
        _server = await ServeProcess.StartAsync(_parts.Folder, "--access-keys", keys);
    }

    public Task DisposeAsync()
    {
        _server?.Dispose();
        _parts.Dispose();
        return Task.CompletedTask;
    }
}
