using System.Security.Cryptography;

namespace LookoutVision.Cli.Server.Security;

/// <summary>Checks that a request is signed, now, by one who holds one of the server's access keys.</summary>
internal sealed class SignatureVerifier(AccessKeyRing keys, TimeProvider time)
{
    public const string ContentHashHeader = "x-amz-content-sha256";
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    /// <summary>How far a client's clock may be off, either way.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const string Service = "lookoutvision";

    /// <summary>
    /// Checks all that can be checked before the body is read: with clients that state the body's hash, the signature too.
    /// </summary>
    /// <returns>Whose request it is; its body is still to be checked.</returns>
    /// <exception cref="RequestRefusedException">It is not signed, not now, not by a key that is known, or wrongly.</exception>
    public SignatureClaim Verify(SignedRequest request)
    {
        var authorization = AuthorizationHeader.Parse(RequireSignature(request));
        var timestamp = request.Timestamp(out var dateHeader);
        RequireScope(authorization.Scope, timestamp);
        RequireNow(timestamp);
        RequireSigned(authorization, request, "host", dateHeader, ContentHashHeader, "x-amz-security-token");
        var headers = authorization.SignedHeaders.Select(n => (n, request.Header(n) ?? throw Refusals.WrongSignature())).ToList();
        var key = keys.Find(authorization.AccessKeyId) ?? throw Refusals.UnknownKey();
        if (request.Headers.ContainsKey("x-amz-security-token"))
        {
            throw Refusals.SessionToken();
        }

        var claim = new SignatureClaim(key, StatedHash(request), CheckSignature);
        if (claim.StatedHash is { } stated)
        {
            CheckSignature(stated);
        }

        return claim;

        void CheckSignature(string payloadHash)
        {
            var canonical = CanonicalRequest.Of(request.Method, request.Target, headers, payloadHash);
            var expected = SigningKey.Sign(key.Secret, authorization.Scope, request.Header(dateHeader)!, canonical);
            if (!CryptographicOperations.FixedTimeEquals(expected, authorization.Signature))
            {
                throw Refusals.WrongSignature();
            }
        }
    }

    private static string RequireSignature(SignedRequest request)
    {
        if (request.Header("authorization") is { } authorization)
        {
            return authorization;
        }

        throw request.Target.Contains("X-Amz-Signature=", StringComparison.OrdinalIgnoreCase) ? Refusals.Presigned() : Refusals.MissingToken();
    }

    private static void RequireScope(CredentialScope scope, DateTime timestamp)
    {
        if (scope.Service != Service)
        {
            throw Refusals.Invalid($"Credential should be scoped to correct service: '{Service}'.");
        }

        if (scope.Date != timestamp.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture))
        {
            throw Refusals.Invalid($"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{scope.Date}'.");
        }
    }

    private void RequireNow(DateTime timestamp)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (timestamp < now - Skew)
        {
            throw Refusals.Invalid(
                $"Signature expired: {SignedRequest.Format(timestamp)} is now earlier than {SignedRequest.Format(now - Skew)} ({SignedRequest.Format(now)} - 5 min.)");
        }

        if (timestamp > now + Skew)
        {
            throw Refusals.Invalid(
                $"Signature not yet current: {SignedRequest.Format(timestamp)} is still later than {SignedRequest.Format(now + Skew)} ({SignedRequest.Format(now)} + 5 min.)");
        }
    }

    /// <summary>What the check relies on has to be covered by the signature, where the request has it.</summary>
    private static void RequireSigned(AuthorizationHeader authorization, SignedRequest request, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if ((name == "host" || request.Headers.ContainsKey(name)) && !authorization.SignedHeaders.Contains(name))
            {
                throw Refusals.Invalid($"'{name}' must be a 'SignedHeader' in the AWS Authorization.");
            }
        }
    }

    private static string? StatedHash(SignedRequest request) => request.Header(ContentHashHeader) switch
    {
        null => null,
        var stated when stated == UnsignedPayload || AuthorizationHeader.HexDigest().IsMatch(stated) => stated,
        _ => throw Refusals.Invalid($"{ContentHashHeader} must be the body's SHA-256 in lower case or {UnsignedPayload}."),
    };
}
