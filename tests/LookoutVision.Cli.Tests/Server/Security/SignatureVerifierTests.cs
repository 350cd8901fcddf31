using System.Text;
using LookoutVision.Cli.Server.Security;
using LookoutVision.Cli.Tests.Server.Support;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Tests.Server.Security;

public sealed class SignatureVerifierTests
{
    private const string Id = "AKIDCAMERA";
    private const string Secret = "secret-secret-secret-secret";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"MinInferenceUnits\":1}");

    private readonly ManualClock _clock = new(Now);
    private readonly SignatureVerifier _verifier;

    public SignatureVerifierTests() => _verifier = new(
        new(() => $"[camera]\naws_access_key_id={Id}\naws_secret_access_key={Secret}", "test", _clock, e => Assert.Fail(e.Message)), _clock);

    [Theory]
    [InlineData(null)]
    [InlineData("UNSIGNED-PAYLOAD")]
    [InlineData("hash")]
    public void TakesABodyAsItIsStated(string? stated)
    {
        var claim = _verifier.Verify(Sign(stated));
        claim.VerifyBody(Body);
        Assert.Equal("camera", claim.Key.Owner);
        if (stated != SignatureVerifier.UnsignedPayload)
        {
            Refused("InvalidSignatureException", () => claim.VerifyBody("{}"u8));
        }
    }

    [Fact]
    public void AStatedHashIsCheckedBeforeTheBodyIsRead()
    {
        var request = Sign("hash");
        Refused("InvalidSignatureException", () => _verifier.Verify(request with { Target = request.Target + "?x=1" }));
    }

    [Fact]
    public void WhatIsSignedCannotBeChanged()
    {
        var claims = new Func<SignedRequest, SignedRequest>[]
        {
            r => r with { Method = "DELETE" },
            r => r with { Target = r.Target.Replace("/p1/", "/p2/", StringComparison.Ordinal) },
            r => r with { Target = r.Target + "?a=b" },
            r => With(r, "host", "other"),
            r => With(r, "content-type", "text/plain"),
            r => With(r, "authorization", r.Header("authorization")!.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal)),
        };
        foreach (var change in claims)
        {
            Refused("InvalidSignatureException", () => _verifier.Verify(change(Sign(null))).VerifyBody(Body));
        }
    }

    [Theory]
    [InlineData(299, null)]
    [InlineData(-299, null)]
    [InlineData(301, "Signature expired: 20261122T080000Z is now earlier than 20261122T080001Z (20261122T080501Z - 5 min.)")]
    [InlineData(-301, "Signature not yet current")]
    public void AClockMayBeFiveMinutesOff(int seconds, string? message)
    {
        var request = Sign(null);
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        if (message is null)
        {
            _verifier.Verify(request).VerifyBody(Body);
        }
        else
        {
            Assert.StartsWith(message, Refused("InvalidSignatureException", () => _verifier.Verify(request)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("authorization", null, "MissingAuthenticationTokenException", "Missing Authentication Token")]
    [InlineData("authorization", "Basic dTpw", "IncompleteSignatureException", "AWS4-HMAC-SHA256")]
    [InlineData("authorization", "AWS4-HMAC-SHA256 x", "IncompleteSignatureException", "pairs")]
    [InlineData("authorization", "AWS4-HMAC-SHA256 Credential=a/b", "IncompleteSignatureException", "'Credential'|form KEY-ID")]
    [InlineData("x-amz-date", null, "IncompleteSignatureException", "X-Amz-Date")]
    [InlineData("x-amz-date", "yesterday", "IncompleteSignatureException", "ISO-8601")]
    [InlineData("x-amz-date", "20261121T235959Z", "InvalidSignatureException", "Credential scope")]
    [InlineData("x-amz-security-token", "token", "InvalidSignatureException", "'x-amz-security-token' must be a 'SignedHeader'")]
    [InlineData("x-amz-content-sha256", "e3b0", "InvalidSignatureException", "'x-amz-content-sha256' must be")]
    public void TellsWhatIsWrong(string header, string? value, string code, string message)
    {
        var refused = Refused(code, () => _verifier.Verify(With(Sign(null), header, value)));
        Assert.Contains(message.Split('|'), m => refused.Message.Contains(m, StringComparison.Ordinal));
        Assert.Equal(403, refused.StatusCode);
    }

    [Fact]
    public void TellsKeysServicesAndPresignedRequestsApart()
    {
        Refused("UnrecognizedClientException", () => _verifier.Verify(Sign(null, id: "AKIDOTHER")));
        Assert.Contains("correct service", Refused("InvalidSignatureException", () => _verifier.Verify(Sign(null, service: "s3"))).Message, StringComparison.Ordinal);
        var presigned = new SignedRequest("GET", "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00", new HeaderDictionary());
        Assert.Contains("presigned", Refused("IncompleteSignatureException", () => _verifier.Verify(presigned)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnsignedHostIsRefused() => Assert.Contains(
        "'host'", Refused("InvalidSignatureException", () => _verifier.Verify(Sign(null, "x-amz-date"))).Message, StringComparison.Ordinal);

    /// <summary>Twenty thousand damaged headers: each is refused, none raises anything else.</summary>
    [Fact]
    public void NoDamageDoesMoreThanBeRefused()
    {
        var random = new Random(7);
        const string letters = "AWS4-HMAC-SHA256 Credential=/,;=SignedHeaders\0\u00ff%é ";
        var good = Sign("hash");
        var authorization = good.Header("authorization")!;
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder(authorization);
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, random.Next(text.Length - at)),
                    1 => text.Insert(at, letters[random.Next(letters.Length)]),
                    _ => text.Replace(text[at], letters[random.Next(letters.Length)], at, 1),
                };
                if (text.Length == 0)
                {
                    break;
                }
            }

            // Spaces around a comma mean nothing.
            var fault = Record.Exception(() => _verifier.Verify(With(good, "authorization", text.ToString())));
            Assert.True(fault is RequestRefusedException || (fault is null && Dense(text.ToString()) == Dense(authorization)), $"{text}: {fault}");
        }
    }

    private static string Dense(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static RequestRefusedException Refused(string code, Action action)
    {
        var refused = Assert.Throws<RequestRefusedException>(action);
        Assert.Equal(code, refused.ErrorCode);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
        return refused;
    }

    private static SignedRequest With(SignedRequest request, string header, string? value)
    {
        var headers = new HeaderDictionary(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(request.Headers, StringComparer.OrdinalIgnoreCase));
        _ = value is null ? headers.Remove(header) : (headers[header] = value).Count > 0;
        return request with { Headers = headers };
    }

    private static SignedRequest Sign(string? stated, string signed = "content-type;host;x-amz-date", string id = Id, string service = "lookoutvision")
    {
        var hash = CanonicalRequest.Hash(Body);
        var headers = new HeaderDictionary { ["Content-Type"] = "application/json", ["Host"] = "127.0.0.1:8080", ["X-Amz-Date"] = SignedRequest.Format(Now.UtcDateTime) };
        if (stated is not null)
        {
            headers["X-Amz-Content-Sha256"] = stated == "hash" ? hash : stated;
            signed = "content-type;host;x-amz-content-sha256;x-amz-date";
        }

        var request = new SignedRequest("POST", "/2020-11-20/projects/p1/models/1/start", headers);
        var scope = new CredentialScope("20261122", "us-east-1", service);
        var canonical = CanonicalRequest.Of(request.Method, request.Target, [.. signed.Split(';').Select(n => (n, request.Header(n)!))], request.Header("x-amz-content-sha256") ?? hash);
        var signature = Convert.ToHexStringLower(SigningKey.Sign(Secret, scope, headers["X-Amz-Date"]!, canonical));
        headers["Authorization"] = $"AWS4-HMAC-SHA256 Credential={id}/{scope}, SignedHeaders={signed}, Signature={signature}";
        return request;
    }
}
