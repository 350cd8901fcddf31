using Amazon.Runtime;
using LookoutVision.Hosting;

namespace LookoutVision.Remote.Credentials;

/// <summary>Credentials that somebody else keeps, such as another module of the session; asked for anew with every request.</summary>
internal sealed class SourcedCredentials(CredentialSource source) : AWSCredentials
{
    /// <exception cref="AmazonClientException">The source gives no keys.</exception>
    public static FoundCredentials From(CredentialSource source) => source.Read() is null
        ? FoundCredentials.Unsigned(source.Origin)
        : new(new SourcedCredentials(source), source.Origin);

    public override ImmutableCredentials GetCredentials() => source.Read() is { } keys
        ? new(keys.AccessKey, keys.SecretKey, keys.SessionToken)
        : throw new AmazonClientException($"{source.Origin} gives no keys any more.");

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.Run(GetCredentials);
}
