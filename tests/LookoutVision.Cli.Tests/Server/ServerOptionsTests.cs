using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LookoutVision.Cli.Server;
using LookoutVision.Cli.Tests.Server.Support;

namespace LookoutVision.Cli.Tests.Server;

public sealed class ServerOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void OnThisMachineNothingIsDemanded()
    {
        var settings = Read();
        Assert.Equal((IPAddress.Loopback, ServerOptions.DefaultPort), (settings.Address, settings.Port));
        Assert.Null(settings.Keys);
        Assert.Equal(IPAddress.IPv6Loopback, Read("--host", "::1").Address);
    }

    [Theory]
    [InlineData("", "--access-keys")]
    [InlineData("keys", "--certificate")]
    [InlineData("insecure", "--access-keys")]
    [InlineData("keys insecure", null)]
    [InlineData("keys certificate", null)]
    [InlineData("certificate", "--access-keys")]
    public void OtherAddressesDemandKeysAndEncryption(string given, string? missing)
    {
        var arguments = new List<string> { "--host", "0.0.0.0" };
        arguments.AddRange(given.Contains("keys", StringComparison.Ordinal) ? ["--access-keys", WriteKeys()] : []);
        arguments.AddRange(given.Contains("insecure", StringComparison.Ordinal) ? ["--insecure"] : []);
        arguments.AddRange(given.Contains("certificate", StringComparison.Ordinal) ? ["--certificate", WritePfx()] : []);
        if (missing is null)
        {
            Assert.Equal(IPAddress.Any, Read([.. arguments]).Address);
        }
        else
        {
            Assert.Contains(missing, Assert.Throws<ValidationException>(() => Read([.. arguments])).RecommendedAction!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("missing.pem", null)]
    [InlineData("torn.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    [InlineData("torn.pfx", "no certificate")]
    public void ACertificateThatCannotBeUsedIsNamed(string name, string? content)
    {
        if (content is not null)
        {
            File.WriteAllText(_folder[name], content);
        }

        Assert.Contains(name, Assert.ThrowsAny<LookoutVisionException>(() => Read("--certificate", _folder[name])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TlsWorksWithPemAndPfx(bool isPem)
    {
        string[] arguments = isPem ? ["--certificate", WritePem(), "--certificate-key", _folder["key.pem"]] : ["--certificate", WritePfx()];
        await using var server = await RunningServer.StartAsync(Read(["--port", "0", .. arguments]));
        Assert.Equal("https", server.Server.Endpoint.Scheme);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate!.Subject == "CN=parts" };
        using var client = new HttpClient(handler);
        Assert.Equal("ok", await client.GetStringAsync(new Uri(server.Server.Endpoint, "/healthz")));
    }

    public void Dispose() => _folder.Dispose();

    private static ServerSettings Read(params string[] arguments)
    {
        var options = new ServerOptions();
        var command = new Command("serve");
        options.All.ToList().ForEach(command.Options.Add);
        return options.Read(command.Parse(arguments), e => Assert.Fail(e.Message));
    }

    private string WriteKeys()
    {
        File.WriteAllText(_folder["keys"], $"[a]\naws_access_key_id=AKID1\naws_secret_access_key={RunningServer.Secret}");
        return _folder["keys"];
    }

    private string WritePfx()
    {
        using var certificate = MakeCertificate();
        File.WriteAllBytes(_folder["c.pfx"], certificate.Export(X509ContentType.Pfx));
        return _folder["c.pfx"];
    }

    private string WritePem()
    {
        using var certificate = MakeCertificate();
        File.WriteAllText(_folder["c.pem"], certificate.ExportCertificatePem());
        File.WriteAllText(_folder["key.pem"], certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        return _folder["c.pem"];
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=parts", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
