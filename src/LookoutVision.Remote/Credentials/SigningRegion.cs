using LookoutVision.Hosting;

namespace LookoutVision.Remote.Credentials;

/// <summary>The region that requests are signed for.</summary>
/// <param name="Name">Such as <c>eu-west-1</c>.</param>
/// <param name="Origin">Who named it.</param>
internal sealed record SigningRegion(string Name, string Origin)
{
    private const string Default = "us-east-1";

    private static readonly string[] Variables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    /// <summary>Of the settings, else of the named profile, the environment or the profile that is set up, else us-east-1.</summary>
    public static SigningRegion Find(ConnectionSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.Region))
        {
            return new(settings.Region.Trim(), settings.RegionOrigin ?? "as given");
        }

        if (settings.ProfileName is not null && Profiles.RegionOf(settings) is { } named)
        {
            return new(named, $"the AWS profile '{settings.ProfileName}'");
        }

        foreach (var variable in Variables)
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set)
            {
                return new(set, $"the environment variable {variable}");
            }
        }

        return Profiles.RegionOf(settings) is { } region
            ? new(region, "the AWS profile")
            : new(Default, "none is set");
    }
}
