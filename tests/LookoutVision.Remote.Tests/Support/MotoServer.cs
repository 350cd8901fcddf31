using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Support;

/// <summary>moto, which plays SageMaker and Amazon S3, with the change that lets it take images.</summary>
internal sealed class MotoServer : IDisposable
{
    private static readonly string Script =
        Path.GetFullPath(Path.Combine(SharedData.RepositoryRoot, "..", "shared", "tools", "wire", "moto_images.py"));

    private readonly Process _process;
    private readonly HttpClient _http;

    public MotoServer()
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Endpoint = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        }

        _process = Process.Start(new ProcessStartInfo("python3", [Script, $"{Endpoint.Port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // It says so once it listens.
        var isUp = new TaskCompletionSource();
        _process.ErrorDataReceived += (_, e) =>
        {
            if (e.Data?.Contains("Running on", StringComparison.Ordinal) != false)
            {
                isUp.TrySetResult();
            }
        };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        isUp.Task.Wait();
        _http = new HttpClient { BaseAddress = Endpoint };
    }

    /// <summary>Why it cannot run here; null where it can.</summary>
    public static string? Lack { get; } =
        !File.Exists(Script) ? $"The server is not here: {Script}"
        : !HasMoto() ? "moto is not installed: pip install 'moto[server]'"
        : null;

    public Uri Endpoint { get; }

    /// <summary>Forgets everything, but for the answers of models.</summary>
    public async Task ResetAsync() => (await _http.PostAsync(new Uri("moto-api/reset", UriKind.Relative), null)).EnsureSuccessStatusCode();

    /// <summary>What the next image is answered with.</summary>
    public async Task AnswerNextAsync(string body)
    {
        var results = new { region = "eu-west-1", results = new[] { new { Body = body, ContentType = "application/json", InvokedProductionVariant = "AllTraffic", CustomAttributes = "" } } };
        using var content = new StringContent(JsonSerializer.Serialize(results));
        (await _http.PostAsync(new Uri("moto-api/static/sagemaker/endpoint-results", UriKind.Relative), content)).EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool HasMoto()
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", "import importlib.util as u, sys; sys.exit(not (u.find_spec('moto') and u.find_spec('flask')))"]))!;
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
