namespace LookoutVision.Remote.Tests.Support;

/// <summary>One moto for all tests that need it; it takes seconds to start, and is started where one does.</summary>
public sealed class MotoFixture : IDisposable
{
    private readonly Lazy<MotoServer> _server = new(() => new());

    internal MotoServer Server => _server.Value;

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }
    }
}
