using System.Net.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LookoutVision.Cli.Server;

/// <summary>A server that listens: Kestrel with the pipeline before the service's operations.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly ServerSettings _settings;
    private readonly WebApplication _application;
    private readonly ServerStatus _status;

    public WebServer(ServerSettings settings, IServiceEndpoint endpoint, ILoggerFactory logs)
    {
        _settings = settings;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton(logs);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(Listen);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = settings.DrainDelay + settings.DrainTime);
        _application = builder.Build();
        _status = new(settings, endpoint);
        var pipeline = new RequestPipeline(settings, endpoint, _status, logs.CreateLogger(ServeLog.Name));
        _application.Run(pipeline.InvokeAsync);
    }

    /// <summary>Where it listens, once it does.</summary>
    public Uri Endpoint => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public ServerStatus Status => _status;

    public Task StartAsync(CancellationToken cancellationToken) => _application.StartAsync(cancellationToken);

    /// <summary>Takes no further requests, once those that send them had time to notice, and answers those that were taken.</summary>
    public async Task StopAsync()
    {
        _status.Drain();
        await Task.Delay(_settings.DrainDelay, _settings.Time);
        await _application.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _status.Dispose();
    }

    private void Listen(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        _settings.Limits.Apply(kestrel.Limits);
        kestrel.Listen(_settings.Address, _settings.Port, endpoint =>
        {
            if (_settings.Certificate is { } certificate)
            {
                endpoint.UseHttps(new TlsHandshakeCallbackOptions
                {
                    OnConnection = _ => new(new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Current }),
                    HandshakeTimeout = TimeSpan.FromSeconds(10),
                });
            }
        });
    }
}
