namespace LookoutVision.Hosting;

/// <summary>What requests are signed with.</summary>
/// <param name="AccessKey">Says who signs.</param>
/// <param name="SecretKey">The secret.</param>
/// <param name="SessionToken">The token of temporary keys; null for lasting ones.</param>
public sealed record AccessKeys(string AccessKey, string SecretKey, string? SessionToken)
{
    /// <summary>Who signs, and nothing secret.</summary>
    public override string ToString() => AccessKey;
}
