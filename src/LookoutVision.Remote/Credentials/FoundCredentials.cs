using Amazon.Runtime;

namespace LookoutVision.Remote.Credentials;

/// <summary>What requests are signed with.</summary>
/// <param name="Credentials">Gives the keys; anonymous ones where requests are not signed.</param>
/// <param name="Origin">Where they come from, to be read after "credentials:"; nothing of it is secret.</param>
internal sealed record FoundCredentials(AWSCredentials Credentials, string Origin)
{
    public static FoundCredentials Unsigned(string why) => new(new AnonymousAWSCredentials(), $"none, requests are not signed ({why})");
}
