using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LookoutVision.Cli.Server.Limits;

/// <summary>How much of the server one client, or all of them together, can take.</summary>
internal sealed record ServerLimits
{
    /// <summary>The largest image, and the largest body of most operations.</summary>
    public int MaxBodyBytes { get; init; } = ImageSource.MaxBytes;

    /// <summary>The largest body of UpdateDatasetEntries: 10 MiB of JSON Lines in base64, and the JSON around it.</summary>
    public int MaxChangesBytes { get; init; } = 15 << 20;

    /// <summary>What is read of a body that is too large, so that the client hears why and not of a broken connection.</summary>
    public int MaxDiscardedBytes { get; init; } = 64 << 20;

    /// <summary>Requests that are read or worked on at once; further ones are throttled.</summary>
    public int MaxRequests { get; init; } = 128;

    /// <summary>Bytes of bodies in memory at once; further ones are throttled.</summary>
    public long MaxBufferedBytes { get; init; } = 256L << 20;

    /// <summary>Connections at once; further ones are closed.</summary>
    public int MaxConnections { get; init; } = 1024;

    /// <summary>How many images wait for a model for each one it works on; further ones are throttled.</summary>
    public int QueuePerUnit { get; init; } = 16;

    /// <summary>How long a body may take to arrive as a whole.</summary>
    public TimeSpan ReceiveTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a request may wait for its turn before it is throttled.</summary>
    public TimeSpan QueueTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What a throttled client is told to wait.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    public int MaxBodyOf(HttpRequest request) => HttpMethods.IsPatch(request.Method) ? MaxChangesBytes : MaxBodyBytes;

    public void Apply(KestrelServerLimits kestrel)
    {
        kestrel.MaxConcurrentConnections = MaxConnections;
        kestrel.MaxRequestBodySize = MaxDiscardedBytes;
        kestrel.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.MaxRequestHeaderCount = 64;
        kestrel.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.KeepAliveTimeout = TimeSpan.FromSeconds(75);

        // A client below these rates is cut off; the network of a camera is far above.
        kestrel.MinRequestBodyDataRate = new(bytesPerSecond: 4096, gracePeriod: TimeSpan.FromSeconds(5));
        kestrel.MinResponseDataRate = new(bytesPerSecond: 4096, gracePeriod: TimeSpan.FromSeconds(5));
        kestrel.Http2.MaxStreamsPerConnection = 32;
    }
}
