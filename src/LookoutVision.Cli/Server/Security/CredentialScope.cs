namespace LookoutVision.Cli.Server.Security;

/// <summary>What a signing key is good for: a day (<c>yyyyMMdd</c>), a region and a service.</summary>
internal sealed record CredentialScope(string Date, string Region, string Service)
{
    public override string ToString() => $"{Date}/{Region}/{Service}/aws4_request";
}
