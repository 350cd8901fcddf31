using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LookoutVision.Benchmarks.Server.Rate;

/// <summary>nginx in the foreground, with a configuration for these servers.</summary>
internal sealed class NginxProxy : IDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private NginxProxy(Process process, string folder, Uri endpoint) => (_process, _folder, Endpoint) = (process, folder, endpoint);

    public Uri Endpoint { get; }

    public static async Task<NginxProxy> StartAsync(IEnumerable<ServerProcess> servers)
    {
        var folder = Directory.CreateTempSubdirectory("lookoutvision-nginx-").FullName;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var upstream = string.Concat(servers.Select(s => $"server {s.Endpoint.Authority}; "));
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $$"""
            pid {{folder}}/pid; error_log {{folder}}/error.log; worker_processes 1; daemon off;
            events { worker_connections 256; }
            http {
              access_log off; client_max_body_size 16m; client_body_temp_path {{folder}}; proxy_temp_path {{folder}};
              fastcgi_temp_path {{folder}}; uwsgi_temp_path {{folder}}; scgi_temp_path {{folder}};
              upstream lookoutvision { least_conn; {{upstream}} keepalive 32; }
              server {
                listen 127.0.0.1:{{port}};
                location / { proxy_pass http://lookoutvision; proxy_http_version 1.1; proxy_set_header Host $http_host; proxy_set_header Connection ""; }
              }
            }
            """);
        var proxy = new NginxProxy(Process.Start("nginx", ["-c", Path.Combine(folder, "nginx.conf")]), folder, new($"http://127.0.0.1:{port}"));
        await proxy.AwaitAsync();
        return proxy;
    }

    public void Dispose()
    {
        // Asked, it takes its workers along; killed, it would leave them.
        Signal.Terminate(_process);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AwaitAsync()
    {
        using var http = new HttpClient();
        for (var i = 0; ; i++)
        {
            try
            {
                await http.GetAsync(new Uri(Endpoint, "/healthz"));
                return;
            }
            catch (HttpRequestException) when (i < 100 && !_process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }
}
