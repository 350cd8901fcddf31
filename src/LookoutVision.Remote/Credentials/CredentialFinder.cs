using Amazon.Runtime;
using LookoutVision.Hosting;

namespace LookoutVision.Remote.Credentials;

/// <summary>
/// Finds credentials in the order of AWS's own tools, and says where they come from. Only files and the environment are looked
/// at: what a network has to be asked for, such as a role's keys, is asked for with the first request.
/// </summary>
internal static class CredentialFinder
{
    /// <summary>The credentials of the settings, else those that are set up on this machine.</summary>
    /// <param name="settings">What the user says.</param>
    /// <param name="needsNone">
    /// Whether the host may be asked unsigned where nothing is set up; otherwise the machine's own role is asked for.
    /// </param>
    /// <exception cref="ValidationException">The settings do not fit together, or name a profile that is not there.</exception>
    public static FoundCredentials Find(ConnectionSettings settings, bool needsNone)
    {
        if (settings.NoSignRequest)
        {
            return FoundCredentials.Unsigned("as asked");
        }

        if (settings.AccessKey is not null || settings.SecretKey is not null || settings.SessionToken is not null)
        {
            return new(Given(settings), $"the given access key {settings.AccessKey}");
        }

        if (settings.ProfileName is not null || settings.ProfileLocation is not null)
        {
            return Profiles.Require(settings);
        }

        return settings.Credential is { } source ? SourcedCredentials.From(source) : SetUp(needsNone);
    }

    private static AWSCredentials Given(ConnectionSettings settings) => settings switch
    {
        { AccessKey: not { Length: > 0 } } => throw Incomplete("a secret key or a session token", "access key"),
        { SecretKey: not { Length: > 0 } } => throw Incomplete("an access key", "secret key"),
        { SessionToken: { Length: > 0 } token } => new SessionAWSCredentials(settings.AccessKey, settings.SecretKey, token),
        _ => new BasicAWSCredentials(settings.AccessKey, settings.SecretKey),
    };

    private static ValidationException Incomplete(string given, string lacking) => new($"Of the credentials {given} is given, and no {lacking}.")
    {
        RecommendedAction = "Give access key and secret key together, or neither.",
    };

    /// <summary>In the order of the AWS SDK: the environment, a web identity, the profile, a container's role, the machine's.</summary>
    private static FoundCredentials SetUp(bool needsNone)
    {
        if (IsSet("AWS_ACCESS_KEY_ID") && IsSet("AWS_SECRET_ACCESS_KEY"))
        {
            return new(new EnvironmentVariablesAWSCredentials(), "the environment variable AWS_ACCESS_KEY_ID");
        }

        if (IsSet("AWS_WEB_IDENTITY_TOKEN_FILE") && IsSet("AWS_ROLE_ARN"))
        {
            return Requested(
                AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables,
                "the web identity of AWS_WEB_IDENTITY_TOKEN_FILE",
                "Check AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN, and that the role trusts that identity.");
        }

        if (Profiles.FindDefault() is { } profile)
        {
            return profile;
        }

        if (IsSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || IsSet("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
        {
            return Requested(
                () => new GenericContainerCredentials(),
                "the container's role",
                "Check that the container has a role, and what AWS_CONTAINER_CREDENTIALS_FULL_URI or AWS_CONTAINER_CREDENTIALS_RELATIVE_URI names.");
        }

        return needsNone
            ? FoundCredentials.Unsigned("none are set up, and a server of this machine may not need any")
            : new(new InstanceRole(), "the machine's role, as nothing else is set up");
    }

    private static FoundCredentials Requested(Func<AWSCredentials> make, string origin, string action) =>
        new(new RequestedCredentials(make, origin, action), origin);

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
