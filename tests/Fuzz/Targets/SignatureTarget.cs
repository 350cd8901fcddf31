using System.Text;
using LookoutVision.Cli.Server.Security;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Fuzz.Targets;

/// <summary>Signed requests: a line of method and target, a line a header, a blank line, the body.</summary>
internal sealed class SignatureTarget : IFuzzTarget
{
    private const string Id = "LVEXAMPLEKEY";
    private const string Secret = "not a secret but long enough for one";
    private const string Time = "20261122T000000Z";

    private readonly SignatureVerifier _verifier;

    public SignatureTarget()
    {
        var time = new StoppedClock();
        var keys = $"[line]\naws_access_key_id = {Id}\naws_secret_access_key = {Secret}\n";
        _verifier = new(new AccessKeyRing(() => keys, "the test's keys", time, e => throw e), time);
    }

    public string Name => "signature";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        Sign("GET /2020-11-20/projects?maxResults=5&nextToken=a%2Fb", "host: localhost\nx-amz-date: " + Time, ""),
        Sign("POST /2020-11-20/projects", "content-type: application/json\nhost: localhost\nx-amz-client-token: 1\nx-amz-date: " + Time, """{"ProjectName":"bolts"}"""),
        Sign("DELETE /2020-11-20/tags/arn%3Aaws%3Alookoutvision%3Aus-east-1%3A1%3Amodel%2Fbolts%2F1?tagKeys=a&tagKeys=b", "host: localhost\nx-amz-date: " + Time, ""),
    ];

    public void Mend(byte[] input)
    {
        // What a signature covers cannot be put right without the secret: that is its point.
    }

    public bool Refuses(byte[] input)
    {
        var (request, body) = Parse(input);
        try
        {
            _verifier.Verify(request).VerifyBody(body);
            return false;
        }
        catch (RequestRefusedException)
        {
            return true;
        }
    }

    private static byte[] Sign(string line, string headers, string body)
    {
        var unsigned = Encoding.Latin1.GetBytes($"{line}\n{headers}\n\n{body}");
        var (request, content) = Parse(unsigned);
        var names = request.Headers.Keys.Order(StringComparer.Ordinal).ToList();
        var scope = new CredentialScope(Time[..8], "us-east-1", "lookoutvision");
        var canonical = CanonicalRequest.Of(
            request.Method, request.Target, [.. names.Select(n => (n, request.Header(n)!))], CanonicalRequest.Hash(content));
        var signature = Convert.ToHexStringLower(SigningKey.Sign(Secret, scope, Time, canonical));
        var authorization = $"{AuthorizationHeader.Algorithm} Credential={Id}/{scope}, SignedHeaders={string.Join(';', names)}, Signature={signature}";
        return Encoding.Latin1.GetBytes($"{line}\n{headers}\nauthorization: {authorization}\n\n{body}");
    }

    private static (SignedRequest Request, byte[] Body) Parse(byte[] input)
    {
        var end = input.AsSpan().IndexOf("\n\n"u8);
        var lines = Encoding.Latin1.GetString(end < 0 ? input : input.AsSpan(0, end)).Split('\n');
        var (method, target) = lines[0].Split(' ', 2) is [var first, var second] ? (first, second) : (lines[0], "/");
        var headers = new HeaderDictionary();
        foreach (var header in lines.Skip(1).Select(l => l.Split(':', 2)).Where(h => h is [{ Length: > 0 }, _]))
        {
            headers.Append(header[0], header[1]);
        }

        return (new(method, target, headers), end < 0 ? [] : input[(end + 2)..]);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 0, 1, 0, TimeSpan.Zero);
    }
}
