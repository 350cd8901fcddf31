using LookoutVision.Hosting;
using LookoutVision.Pipeline;

namespace LookoutVision.Binding;

/// <summary>What Set-AWSCredential and Set-DefaultAWSRegion of AWS.Tools have set for the session: variables of it.</summary>
internal static class AwsSession
{
    private const string Credentials = "StoredAWSCredentials";
    private const string Region = "StoredAWSRegion";

    /// <summary>The settings with what the session has for what they leave open.</summary>
    public static ConnectionSettings Complete(IShell shell, ConnectionSettings settings)
    {
        if (settings.Credential is null && shell.GetVariable(Credentials) is { } stored)
        {
            settings = settings with { Credential = AwsCredential.Find(stored, "$" + Credentials) };
        }

        return settings.Region is null && RegionNameAttribute.NameOf(shell.GetVariable(Region)) is { Length: > 0 } region
            ? settings with { Region = region, RegionOrigin = "$" + Region }
            : settings;
    }
}
