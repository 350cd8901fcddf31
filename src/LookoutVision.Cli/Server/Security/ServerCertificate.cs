using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LookoutVision.Files;

namespace LookoutVision.Cli.Server.Security;

/// <summary>
/// The server's certificate: PEM (with the key in the same file or in another) or PFX. The files are read again while the
/// server runs, so a renewed certificate is served without a restart; what cannot be read changes nothing.
/// </summary>
internal sealed class ServerCertificate
{
    public const string PasswordVariable = "LOOKOUTVISION_CERTIFICATE_PASSWORD";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _path;
    private readonly string? _keyPath;
    private readonly Refreshed<State> _state;

    /// <exception cref="LookoutVisionException">The certificate cannot be read, or it has no private key.</exception>
    public ServerCertificate(string path, string? keyPath, TimeProvider time, Action<Exception> reportFault)
    {
        (_path, _keyPath) = (Path.GetFullPath(path), keyPath is null ? null : Path.GetFullPath(keyPath));
        _state = new(Load, Patience, time, reportFault);
    }

    /// <summary>The certificate and those between it and its authority.</summary>
    public SslStreamCertificateContext Current => _state.Current.Context;

    private State Load(State? last)
    {
        var content = FileErrors.Guard(_path, () => File.ReadAllBytes(_path));
        var key = _keyPath is null ? content : FileErrors.Guard(_keyPath, () => File.ReadAllBytes(_keyPath));
        return last is not null && last.Content.AsSpan().SequenceEqual(content) && last.Key.AsSpan().SequenceEqual(key)
            ? last
            : new(Parse(content, key), content, key);
    }

    private SslStreamCertificateContext Parse(byte[] content, byte[] key)
    {
        var password = Environment.GetEnvironmentVariable(PasswordVariable);
        try
        {
            var isPem = content.AsSpan().IndexOf("-----BEGIN"u8) >= 0;
            var (certificate, chain) = isPem ? ReadPem(Encoding.UTF8.GetString(content), Encoding.UTF8.GetString(key), password) : ReadPfx(content, password);
            return certificate.HasPrivateKey
                ? SslStreamCertificateContext.Create(certificate, chain, offline: true)
                : throw new CryptographicException("it has no private key");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new ValidationException($"The certificate '{_path}' cannot be used: {e.Message.TrimEnd('.')}.", e)
            {
                ResourceId = _path,
                RecommendedAction = $"Give a PEM file and its --certificate-key, or a PFX file; the password of a key comes from {PasswordVariable}.",
            };
        }
    }

    private static (X509Certificate2 Certificate, X509Certificate2Collection Chain) ReadPem(string content, string key, string? password)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(content);
        using var joined = password is { Length: > 0 } && key.Contains("ENCRYPTED", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromEncryptedPem(content, key, password)
            : X509Certificate2.CreateFromPem(content, key);

        // On Windows, TLS takes no key that exists in memory only.
        return (X509CertificateLoader.LoadPkcs12(joined.Export(X509ContentType.Pkcs12), null), chain);
    }

    private static (X509Certificate2 Certificate, X509Certificate2Collection Chain) ReadPfx(byte[] content, string? password)
    {
        var chain = X509CertificateLoader.LoadPkcs12Collection(content, password);
        return (chain.FirstOrDefault(c => c.HasPrivateKey) ?? throw new CryptographicException("it has no private key"), chain);
    }

    private sealed record State(SslStreamCertificateContext Context, byte[] Content, byte[] Key);
}
