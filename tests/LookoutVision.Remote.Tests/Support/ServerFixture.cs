using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Support;

/// <summary>One server for the tests of a class; none where they are skipped.</summary>
public sealed class ServerFixture : IDisposable
{
    private readonly WireServer? _server = WireServer.Lack is null ? new() : null;

    internal WireServer Server => _server!;

    public void Dispose() => _server?.Dispose();
}
