namespace LookoutVision.Cli.Server.Security;

/// <summary>An access key that the server knows. It is no record: those print all they hold, and a secret is never printed.</summary>
internal sealed class AccessKey(string id, string secret, string owner)
{
    /// <summary>What the client names in each request.</summary>
    public string Id { get; } = id;

    /// <summary>What the client signs with.</summary>
    public string Secret { get; } = secret;

    /// <summary>Whose key it is: the name of its section in the file.</summary>
    public string Owner { get; } = owner;

    public override string ToString() => $"{Owner} ({Id})";
}
