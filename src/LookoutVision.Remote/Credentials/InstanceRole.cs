using Amazon.Runtime;
using Amazon.Util;

namespace LookoutVision.Remote.Credentials;

/// <summary>The role of the EC2 machine that this may be. Elsewhere nobody answers the question for it, so it is asked once, and not for long.</summary>
internal sealed class InstanceRole : AWSCredentials
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lazy<Task<AWSCredentials>> _role = new(() => Task.Run(AskAsync));

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        var role = await _role.Value.ConfigureAwait(false);
        return await role.GetCredentialsAsync().ConfigureAwait(false);
    }

    private static async Task<AWSCredentials> AskAsync()
    {
        if (!EC2InstanceMetadata.IsIMDSEnabled)
        {
            throw Missing("AWS_EC2_METADATA_DISABLED forbids to ask for the machine's role", null);
        }

        try
        {
            var role = Task.Run(async () =>
            {
                var credentials = new InstanceProfileAWSCredentials();
                await credentials.GetCredentialsAsync().ConfigureAwait(false);
                return credentials;
            });
            return await role.WaitAsync(Patience).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw Missing(e is TimeoutException ? $"nobody told the machine's role within {Patience.TotalSeconds:0} seconds" : $"the machine tells no role: {e.Message.TrimEnd('.')}", e);
        }
    }

    private static CredentialsException Missing(string role, Exception? cause) => new(
        $"no credentials are given, none are in the environment, the AWS profile has none, and {role}.",
        "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE to a profile that has them. A server that checks no signatures takes any text.",
        cause);
}
