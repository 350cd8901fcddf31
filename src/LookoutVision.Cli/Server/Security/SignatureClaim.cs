namespace LookoutVision.Cli.Server.Security;

/// <summary>A request whose signature holds if its body is what the client says.</summary>
internal sealed class SignatureClaim(AccessKey key, string? statedHash, Action<string> checkSignature)
{
    public AccessKey Key { get; } = key;

    /// <summary>What the client says of the body: its hash, or that it did not sign it; null where it says nothing.</summary>
    public string? StatedHash { get; } = statedHash;

    /// <exception cref="RequestRefusedException">The body is another one than was signed.</exception>
    public void VerifyBody(ReadOnlySpan<byte> body)
    {
        if (StatedHash == SignatureVerifier.UnsignedPayload)
        {
            return;
        }

        var hash = CanonicalRequest.Hash(body);
        if (StatedHash is null)
        {
            checkSignature(hash);
        }
        else if (StatedHash != hash)
        {
            throw Refusals.Invalid($"The body is not the one that {SignatureVerifier.ContentHashHeader} states.");
        }
    }
}
