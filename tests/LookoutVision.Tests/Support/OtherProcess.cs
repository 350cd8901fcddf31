using System.Diagnostics;
using LookoutVision.Datasets;
using LookoutVision.Engine.Training;
using LookoutVision.Hosting;

namespace LookoutVision.Testing;

/// <summary>A second process that trains in a test's store: <c>STORE PROJECT FOLDER</c>.</summary>
internal static class OtherProcess
{
    public const string Trained = "trained";

    public static async Task<int> Main(string[] arguments)
    {
        var catalog = HostConnector.Connect($"local:{arguments[0]}").Projects!;
        var images = DatasetReader.FromSplitFolder(arguments[2]);
        var model = await ModelMaker.MakeAsync(
            catalog, arguments[1], images.Train, images.Test, new(), new Teller(), CancellationToken.None);
        Console.WriteLine($"{Trained} {model.ModelVersion}");
        return 0;
    }

    public static Process StartTraining(string store, string projectName, string folder) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(OtherProcess).Assembly.Location, store, projectName, folder])
        {
            RedirectStandardOutput = true,
        })!;

    private sealed class Teller : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Console.WriteLine(value.Stage);
    }
}
