using System.Diagnostics;

namespace LookoutVision.Benchmarks.Server;

/// <summary>A server in a process of its own, as users run it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that are in use now.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public bool HasExited => _process.HasExited;

    public static async Task<ServerProcess> StartAsync(string store, string? log, params IEnumerable<string> options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LookoutVision.Cli.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--port", "0", "--store", store, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = CopyAsync(process.StandardError, log);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(" at http", StringComparison.Ordinal) is var at and > 0)
            {
                var server = new ServerProcess(process, new(line[(at + 4)..].Trim()));
                _ = CopyAsync(process.StandardOutput, null);
                await server.AwaitReadyAsync();
                return server;
            }
        }

        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>Asks it to end (SIGTERM), and gives its exit code.</summary>
    public async Task<int> StopAsync(TimeSpan patience)
    {
        Signal.Terminate(_process);
        using var limit = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AwaitReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Endpoint };
        while (true)
        {
            using var answer = await client.GetAsync("/readyz");
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(50);
        }
    }

    private static async Task CopyAsync(StreamReader from, string? to)
    {
        await using var file = to is null ? StreamWriter.Null : new StreamWriter(to, append: true) { AutoFlush = true };
        while (await from.ReadLineAsync() is { } line)
        {
            await file.WriteLineAsync(line);
        }
    }
}
