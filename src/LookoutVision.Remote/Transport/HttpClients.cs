using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Amazon.Runtime;
using LookoutVision.Hosting;

namespace LookoutVision.Remote.Transport;

/// <summary>Makes what sends requests as the settings say. Clients of equal settings share connections, over commands, too.</summary>
internal sealed class HttpClients : HttpClientFactory
{
    /// <summary>A mask of 5 MiB, the service's largest, takes 7 MiB as text.</summary>
    private const int MostOfAnAnswer = 16 * 1024 * 1024;

    private const string CaBundleVariable = "AWS_CA_BUNDLE";

    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(60);

    // A name may lead elsewhere later; a long batch is to notice.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly bool _verify;
    private readonly string? _bundle;
    private readonly X509Certificate2Collection _trusted = [];
    private readonly TimeSpan _connectLimit;
    private readonly TimeSpan _readLimit;
    private readonly int _mostBytes;

    /// <param name="settings">How to connect.</param>
    /// <param name="mostBytes">How large an answer may be.</param>
    /// <exception cref="ValidationException">The file of certificates cannot be read.</exception>
    public HttpClients(ConnectionSettings settings, int mostBytes = MostOfAnAnswer)
    {
        _verify = !settings.NoVerifySsl;
        _connectLimit = settings.ConnectTimeout ?? DefaultLimit;
        _readLimit = settings.ReadTimeout ?? DefaultLimit;
        _mostBytes = mostBytes;
        _bundle = settings.CaBundle ?? Environment.GetEnvironmentVariable(CaBundleVariable);
        if (_verify && !string.IsNullOrEmpty(_bundle))
        {
            Trust(_bundle, settings.CaBundle is null ? $"the environment variable {CaBundleVariable}" : "as given");
        }
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = new SocketsHttpHandler
        {
            // Elsewhere the signature would not hold.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = _connectLimit,
            PooledConnectionLifetime = ConnectionLifetime,
        };
        if (!_verify)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        }
        else if (_trusted.Count > 0)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(_trusted);
            handler.SslOptions.CertificateChainPolicy = policy;
        }

        return new HttpClient(new TimeLimit(handler, _readLimit, _mostBytes)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public override string GetConfigUniqueString(IClientConfig clientConfig) =>
        $"LookoutVision|{_verify}|{_bundle}|{_connectLimit}|{_readLimit}|{_mostBytes}";

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => true;

    private void Trust(string file, string origin)
    {
        try
        {
            _trusted.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Unusable(e.Message.TrimEnd('.'), e);
        }

        if (_trusted.Count == 0)
        {
            throw Unusable("it has none", null);
        }

        ValidationException Unusable(string reason, Exception? cause) =>
            new($"The certificates to trust cannot be read from '{file}' ({origin}): {reason}.", cause)
            {
                ResourceId = file,
                RecommendedAction = "Give a file of certificates in PEM form.",
            };
    }
}
