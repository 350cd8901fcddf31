using System.Diagnostics;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.EdgeAgent.Double;

/// <summary>An Edge Agent whose server is gRPC's own implementation for Node.js, as a process.</summary>
internal sealed class NodeAgent : IDisposable
{
    private static readonly string Modules = Path.Combine(
        Environment.GetEnvironmentVariable("CLIENTS") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "lookoutvision-clients"),
        "grpc",
        "node_modules");

    private readonly string _folder = Directory.CreateTempSubdirectory("lv").FullName;
    private readonly Process _process;

    public NodeAgent()
    {
        var root = SharedData.RepositoryRoot;
        var start = new ProcessStartInfo("node", [
            Path.Combine(root, "tests", "LookoutVision.Remote.Tests", "EdgeAgent", "Double", "agent.js"),
            SocketPath,
            Path.Combine(root, "src", "LookoutVision.Remote", "EdgeAgent", "edge_agent.proto"),
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["NODE_PATH"] = Modules },
        };
        _process = Process.Start(start)!;
        Assert.Equal("ready", _process.StandardOutput.ReadLine());
    }

    /// <summary>Why it cannot run here; null where it can.</summary>
    public static string? Lack { get; } = Directory.Exists(Path.Combine(Modules, "@grpc", "grpc-js"))
        ? null
        : $"gRPC for Node.js is not installed: npm install --prefix {Path.GetDirectoryName(Modules)} @grpc/grpc-js protobufjs";

    public string SocketPath => Path.Combine(_folder, "agent.sock");

    public void Dispose()
    {
        // It ends when nobody can talk to it any more.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
