using Amazon.Runtime;
using LookoutVision.Hosting;

namespace LookoutVision.Remote.Credentials;

/// <summary>Credentials that somebody else keeps, such as another module of the session; asked for anew with every request.</summary>
internal sealed class SourcedCredentials(Func<AccessKeys> read) : AWSCredentials
{
    public static FoundCredentials From(CredentialSource source) => source.Read is { } read
        ? new(new SourcedCredentials(read), source.Origin)
        : FoundCredentials.Unsigned(source.Origin);

    public override ImmutableCredentials GetCredentials()
    {
        var keys = read();
        return new(keys.AccessKey, keys.SecretKey, keys.SessionToken);
    }

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.Run(GetCredentials);
}
