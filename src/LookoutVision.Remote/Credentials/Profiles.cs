using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using LookoutVision.Hosting;

namespace LookoutVision.Remote.Credentials;

/// <summary>The profiles of AWS's configuration and credentials files.</summary>
internal static class Profiles
{
    private const string Default = "default";

    /// <summary>The credentials of the profile that the settings name.</summary>
    /// <exception cref="ValidationException">It is not there, or has no credentials.</exception>
    public static FoundCredentials Require(ConnectionSettings settings)
    {
        var name = settings.ProfileName ?? Default;
        return Find(name, settings.ProfileLocation) is { } profile
            ? CredentialsOf(profile, settings.ProfileLocation)
            : throw Missing(name, settings.ProfileLocation ?? "the AWS configuration of this account", "as given");
    }

    /// <summary>The credentials of AWS_PROFILE's profile, else of the default one; null where neither is set up.</summary>
    /// <exception cref="ValidationException">AWS_PROFILE names a profile that is not there.</exception>
    public static FoundCredentials? FindDefault()
    {
        var named = Environment.GetEnvironmentVariable("AWS_PROFILE");
        if (!string.IsNullOrEmpty(named))
        {
            return Find(named, null) is { } chosen
                ? CredentialsOf(chosen, null)
                : throw Missing(named, "the AWS configuration of this account", "the environment variable AWS_PROFILE");
        }

        return Find(Default, null) is { CanCreateAWSCredentials: true } profile ? CredentialsOf(profile, null) : null;
    }

    /// <summary>The region of the profile that is meant; null where it says none.</summary>
    public static string? RegionOf(ConnectionSettings settings)
    {
        var name = settings.ProfileName ?? Environment.GetEnvironmentVariable("AWS_PROFILE") ?? Default;
        return Find(name, settings.ProfileLocation)?.Region?.SystemName;
    }

    private static CredentialProfile? Find(string name, string? location) =>
        new CredentialProfileStoreChain(location).TryGetProfile(name, out var profile) ? profile : null;

    private static FoundCredentials CredentialsOf(CredentialProfile profile, string? location)
    {
        try
        {
            var file = (profile.CredentialProfileStore as SharedCredentialsFile)?.FilePath;
            var credentials = profile.GetAWSCredentials(new CredentialProfileStoreChain(location));
            var origin = $"the AWS profile '{profile.Name}'{(file is null ? "" : $" of {file}")}";
            return new(credentials is BasicAWSCredentials ? credentials : new RequestedCredentials(() => credentials, origin, WayOutOf(profile)), origin);
        }
        catch (AmazonClientException e)
        {
            throw new ValidationException($"The AWS profile '{profile.Name}' gives no credentials: {e.Message}", e)
            {
                ResourceId = profile.Name,
                RecommendedAction = "Correct the profile, or name another one.",
            };
        }
    }

    private static string WayOutOf(CredentialProfile profile) => profile.Options is { SsoSession: not null } or { SsoStartUrl: not null }
        ? $"Sign on again: aws sso login --profile {profile.Name}."
        : "Correct the profile, or name another one.";

    private static ValidationException Missing(string name, string place, string origin) =>
        new($"There is no AWS profile '{name}' ({origin}) in {place}.")
        {
            ResourceId = name,
            RecommendedAction = "Name a profile that is there, or set one up with 'aws configure'.",
        };
}
