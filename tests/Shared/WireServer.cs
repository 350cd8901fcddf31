using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace LookoutVision.Testing;

/// <summary>A server that answers as the service does, and as broken ones do, and writes down the bytes of every request.</summary>
internal sealed class WireServer : IDisposable
{
    private static readonly string Tools = Path.GetFullPath(Path.Combine(SharedData.RepositoryRoot, "..", "shared", "tools", "wire"));

    private readonly Process _process;

    public WireServer()
    {
        Folder = Directory.CreateTempSubdirectory("lookoutvision-wire").FullName;
        Endpoint = new($"http://127.0.0.1:{FreePort()}/");
        _process = Start("rawserver.py", $"{Endpoint.Port}", "log.jsonl");
        AwaitAnswer();
    }

    /// <summary>Why the tests cannot run here; null where they can.</summary>
    public static string? Lack { get; } =
        !File.Exists(Path.Combine(Tools, "rawserver.py")) ? $"The server is not here: {Tools}"
        : !HasPython() ? "python3 is not installed."
        : null;

    public Uri Endpoint { get; }

    /// <summary>Where the log is, and what the check of signatures reads.</summary>
    public string Folder { get; }

    /// <summary>Every request so far: <c>raw</c> is its head as sent.</summary>
    public IReadOnlyList<JsonNode> Requests => File.Exists(Path.Combine(Folder, "log.jsonl"))
        ? [.. File.ReadLines(Path.Combine(Folder, "log.jsonl")).Select(line => JsonNode.Parse(line)!).Where(r => r["raw"] is not null)]
        : [];

    /// <summary>What the independent check says of every signature in the log.</summary>
    public string VerifySignatures()
    {
        using var check = Start("sigv.py");
        var told = check.StandardOutput.ReadToEnd();
        check.WaitForExit();
        return told;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private Process Start(string script, params string[] arguments) => Process.Start(new ProcessStartInfo(
        "python3", [Path.Combine(Tools, script), .. arguments])
    {
        WorkingDirectory = Folder,
        RedirectStandardOutput = true,
    })!;

    private void AwaitAnswer()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, Endpoint.Port);
                return;
            }
            catch (SocketException) when (patience.Elapsed < TimeSpan.FromSeconds(20) && !_process.HasExited)
            {
                // It has no other sign that it listens.
                Thread.Sleep(20);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool HasPython()
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["--version"]) { RedirectStandardOutput = true })!;
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
