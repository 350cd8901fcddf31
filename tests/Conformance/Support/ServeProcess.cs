using System.Diagnostics;
using LookoutVision.Testing;

namespace LookoutVision.Conformance.Support;

/// <summary>A server as users run it: a process of its own.</summary>
internal sealed class ServeProcess : IDisposable
{
    public const string KeyId = "AKIDCONFORMANCE";
    public const string Secret = "a-secret-that-only-tests-know/+=";

    private readonly Process _process;

    private ServeProcess(Process process, string endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public string Endpoint { get; }

    /// <summary>Starts one on a folder's store and buckets, and waits until it listens.</summary>
    public static async Task<ServeProcess> StartAsync(TempFolder folder, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "LookoutVision.Cli.dll"), "serve", "--port", "0", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LOOKOUTVISION_HOME"] = folder.PathOf("store"), ["LOOKOUTVISION_BUCKETS"] = folder.PathOf("buckets") },
        };
        var process = Process.Start(start)!;

        // Nobody reads its log, and a full pipe would stop it.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended at once.");
        return new(process, line.Split(' ')[^1]);
    }

    /// <summary>Ends it as a power failure does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
