namespace LookoutVision.Hosting;

/// <summary>Which host to ask, and how. Everything may be left out.</summary>
public sealed record ConnectionSettings
{
    /// <summary>
    /// <c>local</c>, or <c>local:PATH</c> for the store in that folder; another host's address. Absent:
    /// <see cref="HostConnector.EndpointVariable"/>, and where that is not set either, the Local host in its usual store.
    /// </summary>
    public string? EndpointUrl { get; init; }

    /// <summary>The AWS region that requests are signed for, such as <c>eu-west-1</c>; absent: that of the environment or the profile.</summary>
    public string? Region { get; init; }

    /// <summary>Who named <see cref="Region"/>, where it is a default rather than said for this connection; absent: it is said.</summary>
    public string? RegionOrigin { get; init; }

    /// <summary>The profile of the AWS configuration to take credentials and region from; absent: as the AWS SDK finds one.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The credentials file that has the profile; absent: the usual files.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The access key to sign with, together with <see cref="SecretKey"/>; absent: credentials are looked for.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret key that belongs to <see cref="AccessKey"/>.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The token of temporary keys; absent: the keys are lasting ones.</summary>
    public string? SessionToken { get; init; }

    /// <summary>What gives the keys where neither keys nor a profile are named; absent: credentials are looked for.</summary>
    public CredentialSource? Credential { get; init; }

    /// <summary>Whether requests are sent unsigned, so that no credentials are looked for.</summary>
    public bool NoSignRequest { get; init; }

    /// <summary>Whether any certificate of the server is taken, so that nothing tells who answers.</summary>
    public bool NoVerifySsl { get; init; }

    /// <summary>A file of certificates (PEM) to trust in place of the system's; absent: the system's.</summary>
    public string? CaBundle { get; init; }

    /// <summary>How long an answer may take, each try; <see cref="Timeout.InfiniteTimeSpan"/> for ever; absent: the host's default.</summary>
    public TimeSpan? ReadTimeout { get; init; }

    /// <summary>How long a connection may take to open; <see cref="Timeout.InfiniteTimeSpan"/> for ever; absent: the host's default.</summary>
    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>The endpoint alone: the rest has secrets.</summary>
    public override string ToString() => $"{nameof(ConnectionSettings)} {{ {nameof(EndpointUrl)} = {EndpointUrl} }}";
}
