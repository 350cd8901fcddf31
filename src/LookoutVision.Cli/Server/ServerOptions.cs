using System.CommandLine;
using System.Net;
using LookoutVision.Cli.Server.Limits;
using LookoutVision.Cli.Server.Metrics;
using LookoutVision.Cli.Server.Security;

namespace LookoutVision.Cli.Server;

/// <summary>The options that say where a server listens, who may ask it, and how it ends.</summary>
internal sealed class ServerOptions
{
    public const int DefaultPort = 8780;

    private readonly Option<string> _host = new("--host")
    {
        Description = "The address to listen on. Other addresses than those of loopback demand access keys and TLS.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port to listen on; 0: one that is free.",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultPort,
    };

    private readonly Option<string?> _accessKeys = new("--access-keys")
    {
        Description = $"A file of access keys as ~/.aws/credentials; else {AccessKeyRing.IdVariable} and {AccessKeyRing.SecretVariable} count. "
            + "With keys, only signed requests are answered.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _certificate = new("--certificate")
    {
        Description = "A certificate for TLS, PEM or PFX. It is read again when it is renewed.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _certificateKey = new("--certificate-key")
    {
        Description = $"The certificate's key, where it is in another PEM file. A password comes from {ServerCertificate.PasswordVariable}.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _insecure = new("--insecure")
    {
        Description = "Listen without TLS although others can reach the address: where a proxy before the server encrypts.",
    };

    private readonly Option<string[]> _allowedHosts = new("--allowed-host")
    {
        Description = "A further name by which a server without access keys may be called.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _openMetrics = new("--open-metrics")
    {
        Description = "Answer /metrics without a signature, although there are access keys.",
    };

    private readonly Option<bool> _readOnly = new("--read-only")
    {
        Description = "Refuse all that changes the store: for replicas beside the server that trains and starts models.",
    };

    private readonly Option<int> _maxRequests = new("--max-requests")
    {
        Description = "Requests that are read or worked on at once; further ones are throttled.",
        HelpName = "N",
        DefaultValueFactory = _ => new ServerLimits().MaxRequests,
    };

    private readonly Option<int> _drainDelay = new("--drain-delay")
    {
        Description = "Seconds to go on after SIGTERM while /readyz says no, so that load balancers notice.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<LogFormat?> _logFormat = new("--log-format")
    {
        Description = "How the log on the error stream looks; absent: text on a terminal, else json.",
        HelpName = "text|json",
    };

    public ServerOptions()
    {
        RequireRange(_port, 0, 65535);
        RequireRange(_maxRequests, 1, 100_000);
        RequireRange(_drainDelay, 0, 3600);
    }

    public IEnumerable<Option> All =>
    [
        _host, _port, _accessKeys, _certificate, _certificateKey, _insecure, _allowedHosts, _openMetrics, _readOnly, _maxRequests, _drainDelay, _logFormat,
    ];

    public LogFormat LogFormatOf(ParseResult arguments) =>
        arguments.GetValue(_logFormat) ?? (Console.IsErrorRedirected ? LogFormat.Json : LogFormat.Text);

    /// <param name="arguments">What was given.</param>
    /// <param name="reportFault">Hears of files that cannot be read again later.</param>
    /// <exception cref="LookoutVisionException">An address, a key or a certificate cannot be used, or the address demands more.</exception>
    public ServerSettings Read(ParseResult arguments, Action<Exception> reportFault)
    {
        var address = ParseAddress(arguments.GetRequiredValue(_host));
        var keys = AccessKeyRing.Find(arguments.GetValue(_accessKeys), TimeProvider.System, reportFault);
        var certificate = arguments.GetValue(_certificate) is { } path
            ? new ServerCertificate(path, arguments.GetValue(_certificateKey), TimeProvider.System, reportFault)
            : null;
        ExposureRule.Require(address, keys is not null, certificate is not null, arguments.GetValue(_insecure));
        return new()
        {
            Address = address,
            Port = arguments.GetValue(_port),
            Keys = keys,
            Certificate = certificate,
            AllowedHosts = arguments.GetValue(_allowedHosts) ?? [],
            AreMetricsOpen = arguments.GetValue(_openMetrics),
            IsReadOnly = arguments.GetValue(_readOnly),
            DrainDelay = TimeSpan.FromSeconds(arguments.GetValue(_drainDelay)),
            Limits = new() { MaxRequests = arguments.GetValue(_maxRequests) },
        };
    }

    private static IPAddress ParseAddress(string text) => text switch
    {
        "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(text, out var address) => address,
        _ => throw new ValidationException($"'{text}' is no IP address.") { RecommendedAction = "Give one of this machine's addresses, or 0.0.0.0 for all." },
    };

    public static void RequireRange(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && (value < least || value > most))
        {
            result.AddError($"Invalid value for parameter {option.Name}, value: {value}, valid range: {least} to {most}");
        }
    });
}
