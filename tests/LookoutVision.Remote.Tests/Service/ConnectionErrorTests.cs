using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LookoutVision.Remote.Tests.Support;

namespace LookoutVision.Remote.Tests.Service;

/// <summary>What stands between here and a server.</summary>
public sealed class ConnectionErrorTests
{
    [Fact]
    public async Task ACertificateThatIsNotTrustedIsSaidAndNotTriedAgain()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepted = 0;
        var serving = ServeAsync();
        var endpoint = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        var error = await FailAsync(endpoint, retries: 2);

        listener.Stop();
        await serving;
        Assert.Contains("certificate", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_CA_BUNDLE", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(1, accepted);

        async Task ServeAsync()
        {
            using var key = RSA.Create(2048);
            using var certificate = new CertificateRequest("CN=elsewhere", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    accepted++;
                    using var tls = new SslStream(client.GetStream());
                    try
                    {
                        await tls.AuthenticateAsServerAsync(certificate);
                        await tls.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
                    }
                    catch (Exception e) when (e is IOException or AuthenticationException)
                    {
                        // Refused, as it should be.
                    }
                }
            }
            catch (SocketException)
            {
                // The test has ended.
            }
        }
    }

    [Fact]
    public async Task AProxyThatIsNotThereIsNamedWithoutItsPassword()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var proxy = new Uri($"http://user:secret@127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        probe.Stop();
        var usual = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new ProxyOfOneHost(proxy, "vision.invalid");
        try
        {
            var error = await FailAsync(new("https://vision.invalid/"), retries: 0);

            Assert.Contains($"through the proxy http://127.0.0.1:{proxy.Port}: ", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
            Assert.Contains("NO_PROXY", error.RecommendedAction, StringComparison.Ordinal);
        }
        finally
        {
            HttpClient.DefaultProxy = usual;
        }
    }

    // Unlike those of other tests, these settings need a client of their own.
    private static Task<InternalServerException> FailAsync(Uri endpoint, int retries) => Assert.ThrowsAsync<InternalServerException>(
        () => ServiceUnderTest.HostOf(endpoint, retries, new() { ReadTimeout = TimeSpan.FromSeconds(47) }).DescribeModelAsync(new("p1", "1"), default));

    private sealed class ProxyOfOneHost(Uri proxy, string host) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy;

        public bool IsBypassed(Uri destination) => destination.Host != host;
    }
}
