using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using LookoutVision.Engine.Inference;

namespace LookoutVision.Engine.Tests.Support;

/// <summary>A process that judges drawn parts as a lesser processor would: <c>MODEL-FILE</c>.</summary>
internal static class OtherProcessor
{
    /// <summary>Parts of every kind, and a larger one.</summary>
    public static DrawnPart[] Drawn { get; } =
        [.. Enumerable.Range(700, 5).Select(i => DrawnPart.Draw(i, (byte)(i % 3))), DrawnPart.Draw(705, 1, 150, 131)];

    public static int Main(string[] arguments)
    {
        using var file = File.OpenRead(arguments[0]);
        var model = AnomalyModel.Load(file);
        Console.WriteLine(WidestVector());
        foreach (var part in Drawn)
        {
            var detection = model.Detect(part.Image);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{detection.AnomalyScore:R} {Convert.ToHexString(detection.Mask!.Classes)}"));
        }

        return 0;
    }

    /// <summary>The width in bits of the vectors that the runtime uses; 0 for none.</summary>
    private static int WidestVector() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>What a process says in which a runtime setting is nought: its widest vector, and the scores and masks.</summary>
    public static (int Vector, (double Score, byte[] Mask)[] Detections) Judge(string modelFile, string setting)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", typeof(OtherProcessor).Assembly.Location, modelFile])
            {
                RedirectStandardOutput = true,
                Environment = { [setting] = "0" },
            })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return (int.Parse(lines[0], CultureInfo.InvariantCulture),
            lines.Skip(1).Select(l => l.Trim().Split(' ')).Select(p => (double.Parse(p[0], CultureInfo.InvariantCulture), Convert.FromHexString(p[1]))).ToArray());
    }
}
