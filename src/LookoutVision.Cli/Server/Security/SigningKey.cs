using System.Security.Cryptography;
using System.Text;

namespace LookoutVision.Cli.Server.Security;

/// <summary>Signature Version 4's chain of HMAC-SHA256, from a secret to a request's signature.</summary>
internal static class SigningKey
{
    public static byte[] Sign(string secret, CredentialScope scope, string timestamp, string canonicalRequest)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var step in (ReadOnlySpan<string>)[scope.Date, scope.Region, scope.Service, "aws4_request"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        }

        var hash = CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonicalRequest));
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{AuthorizationHeader.Algorithm}\n{timestamp}\n{scope}\n{hash}"));
    }
}
