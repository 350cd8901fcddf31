using System.Diagnostics;
using LookoutVision.Engine.Training;
using LookoutVision.Hosting;

namespace LookoutVision.Testing;

/// <summary>A second process that trains in a test's store: <c>STORE PROJECT</c>.</summary>
internal static class OtherProcess
{
    public const string Trained = "trained";

    public static async Task<int> Main(string[] arguments)
    {
        var catalog = HostConnector.Connect($"local:{arguments[0]}").Projects!;
        var model = await catalog.CreateModelAsync(arguments[1], new(), new Teller(), CancellationToken.None);
        Console.WriteLine($"{Trained} {model.ModelVersion}");
        return 0;
    }

    public static Process StartTraining(string store, string projectName) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(OtherProcess).Assembly.Location, store, projectName])
        {
            RedirectStandardOutput = true,
        })!;

    private sealed class Teller : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Console.WriteLine(value.Stage);
    }
}
