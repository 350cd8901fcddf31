using System.Net;

namespace LookoutVision.Cli.Server.Security;

/// <summary>What an address that others can reach demands.</summary>
internal static class ExposureRule
{
    /// <param name="address">Where the server is to listen.</param>
    /// <param name="hasKeys">Whether requests have to be signed.</param>
    /// <param name="hasCertificate">Whether connections are encrypted.</param>
    /// <param name="insecure">Whether the user asked to do without encryption.</param>
    /// <exception cref="ValidationException">The address is not loopback, and something is missing.</exception>
    public static void Require(IPAddress address, bool hasKeys, bool hasCertificate, bool insecure)
    {
        if (IPAddress.IsLoopback(address))
        {
            return;
        }

        if (!hasKeys)
        {
            throw Fault(
                address,
                "whoever reaches it could use it",
                $"Give access keys with --access-keys FILE, or with the environment variables {AccessKeyRing.IdVariable} and {AccessKeyRing.SecretVariable}.");
        }

        if (!hasCertificate && !insecure)
        {
            throw Fault(
                address,
                "images and answers would travel unencrypted",
                "Give a certificate with --certificate FILE, or say --insecure where a proxy before the server encrypts.");
        }
    }

    private static ValidationException Fault(IPAddress address, string reason, string action) =>
        new($"The address {address} is not of this machine alone: {reason}.") { ResourceId = address.ToString(), RecommendedAction = action };
}
