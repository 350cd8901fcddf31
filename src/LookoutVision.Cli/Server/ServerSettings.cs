using System.Net;
using LookoutVision.Cli.Server.Limits;
using LookoutVision.Cli.Server.Security;

namespace LookoutVision.Cli.Server;

/// <summary>How a server is run.</summary>
internal sealed record ServerSettings
{
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0: any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The keys that requests have to be signed with; null: any request is taken, signed or not.</summary>
    public AccessKeyRing? Keys { get; init; }

    /// <summary>For TLS; null: none.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>Names, besides those of loopback, by which a server without keys may be called.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Whether <c>/metrics</c> answers requests that are not signed.</summary>
    public bool AreMetricsOpen { get; init; }

    /// <summary>Whether operations that change the store are refused.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>How long requests are still taken after SIGTERM, while <c>/readyz</c> says that there should be no more.</summary>
    public TimeSpan DrainDelay { get; init; }

    /// <summary>How long requests that were taken may go on after that.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(30);

    public ServerLimits Limits { get; init; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
