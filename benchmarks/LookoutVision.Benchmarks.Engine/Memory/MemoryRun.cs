using System.Diagnostics;
using System.Globalization;

namespace LookoutVision.Benchmarks.Engine.Memory;

/// <summary>What memory trainings and a long batch take, each in a process of its own.</summary>
internal static class MemoryRun
{
    public const string Name = "memory";

    private const string Judging = "judge";
    private const int Judged = 10_000;
    private const int Readings = 10;
    private const double Mebibyte = 1024 * 1024;

    private static readonly int[] Trained = [50, 200, 400];

    public static async Task RunAsync(string[] args)
    {
        switch (args)
        {
            case []:
                await MeasureAsync();
                break;
            case [Workspace.WithMasks or Workspace.WithoutMasks]:
                await TrainAsync(args[0]);
                break;
            case [Judging]:
                await JudgeAsync();
                break;
            default:
                throw new ArgumentException($"'{string.Join(' ', args)}' is no part of the benchmark of memory.", nameof(args));
        }
    }

    private static async Task MeasureAsync()
    {
        foreach (var count in Trained)
        {
            using var workspace = Workspace.Draw(count - (count / 3), count / 3);
            await MeasureInOwnProcessAsync(Workspace.WithoutMasks);
            await MeasureInOwnProcessAsync(Workspace.WithMasks);
        }

        using var trained = await Workspace.PrepareAsync();
        await MeasureInOwnProcessAsync(Judging);
    }

    private static async Task TrainAsync(string model)
    {
        await Workspace.Open().TrainAsync(model);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"peak {process.PeakWorkingSet64 / Mebibyte:0} MiB");
    }

    private static async Task JudgeAsync()
    {
        var workspace = Workspace.Open();
        var judged = 0;
        using var process = Process.GetCurrentProcess();
        await foreach (var _ in workspace.JudgeAsync(workspace.Connect(), Workspace.WithMasks, Judged, threads: 2))
        {
            if (++judged % (Judged / Readings) == 0)
            {
                process.Refresh();
                Console.WriteLine($"{judged.ToString(CultureInfo.InvariantCulture)} judged: {process.WorkingSet64 / Mebibyte:0} MiB");
            }
        }
    }

    /// <summary>What was freed by an earlier run would be in this process still.</summary>
    private static async Task MeasureInOwnProcessAsync(string what)
    {
        using var process = Process.Start("dotnet", [typeof(MemoryRun).Assembly.Location, Name, what]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Measuring '{what}' ended with exit code {process.ExitCode}.");
        }
    }
}
