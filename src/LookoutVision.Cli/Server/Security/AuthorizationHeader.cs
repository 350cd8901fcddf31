using System.Text.RegularExpressions;

namespace LookoutVision.Cli.Server.Security;

/// <summary>What <c>Authorization: AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...</c> says.</summary>
/// <param name="AccessKeyId">Whose key it is signed with.</param>
/// <param name="Scope">The credential's scope.</param>
/// <param name="SignedHeaders">The headers that are signed, in lower case and in order.</param>
/// <param name="Signature">32 bytes.</param>
internal sealed partial record AuthorizationHeader(
    string AccessKeyId, CredentialScope Scope, IReadOnlyList<string> SignedHeaders, byte[] Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Clients sign about ten headers.</summary>
    private const int MaxSignedHeaders = 64;

    /// <exception cref="RequestRefusedException">It is of another kind, incomplete or malformed.</exception>
    public static AuthorizationHeader Parse(string value)
    {
        if (!value.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            throw Refusals.Incomplete($"The Authorization header is not of the kind {Algorithm}.");
        }

        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in value[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2) is not [var name, { Length: > 0 } content] || !parts.TryAdd(name, content))
            {
                throw Refusals.Incomplete("The Authorization header is not a list of different name=value pairs.");
            }
        }

        return new(Credential(out var scope), scope, Headers(), SignatureBytes());

        string Part(string name) => parts.TryGetValue(name, out var found)
            ? found
            : throw Refusals.Incomplete($"Authorization header requires '{name}' parameter.");

        string Credential(out CredentialScope found)
        {
            if (Part("Credential").Split('/') is not [{ Length: > 0 } id, var date, { Length: > 0 } region, { Length: > 0 } service, "aws4_request"]
                || !Day().IsMatch(date))
            {
                throw Refusals.Incomplete("Credential must have the form KEY-ID/YYYYMMDD/REGION/SERVICE/aws4_request.");
            }

            found = new(date, region, service);
            return id;
        }

        string[] Headers()
        {
            var names = Part("SignedHeaders").Split(';');
            return names.Length <= MaxSignedHeaders && names.All(HeaderName().IsMatch) && names.Distinct().Count() == names.Length
                ? names
                : throw Refusals.Incomplete("SignedHeaders must be different header names in lower case, separated by ';'.");
        }

        byte[] SignatureBytes() => HexDigest().IsMatch(Part("Signature"))
            ? Convert.FromHexString(Part("Signature"))
            : throw Refusals.Incomplete("Signature must be 64 hexadecimal digits in lower case.");
    }

    [GeneratedRegex(@"\A[0-9]{8}\z")]
    private static partial Regex Day();

    // A token of RFC 9110, section 5.6.2, without upper case.
    [GeneratedRegex(@"\A[a-z0-9!#$%&'*+.^_`|~-]+\z")]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    internal static partial Regex HexDigest();
}
