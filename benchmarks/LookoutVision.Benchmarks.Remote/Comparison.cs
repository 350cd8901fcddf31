using System.Diagnostics;
using System.Globalization;

namespace LookoutVision.Benchmarks.Remote;

/// <summary>Asks the same of the same server by this library, by a pool of boto3's threads, and by the AWS command, one by one.</summary>
internal static class Comparison
{
    private const int ByCommand = 5;

    private static readonly string Clients = Environment.GetEnvironmentVariable("CLIENTS")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "lookoutvision-clients");

    public static async Task<int> RunAsync(string image, int count, int atOnce, int rounds)
    {
        using var server = Start(Environment.ProcessPath!, ["stub"]);
        var url = (await server.StandardOutput.ReadLineAsync())!;
        Console.WriteLine($"{count} images of {new FileInfo(image).Length / 1000} kB, {atOnce} at once; a server that answers after 100 ms: at best {count / (double)atOnce * 0.1:0.000} s");

        // Whoever asks a new server first finds it slower; and in turns, so that both have the same company on the machine.
        await OursAsync(url, image, count, atOnce);
        var ours = new List<Cost>();
        var theirs = new List<Cost>();
        for (var i = 0; i < rounds; i++)
        {
            ours.Add(await OursAsync(url, image, count, atOnce));
            if (await Boto3Async(url, image, count, atOnce) is { } cost)
            {
                theirs.Add(cost);
            }
        }

        Tell("LookoutVision", ours);
        Tell("boto3", theirs);
        Tell("aws, one by one", await CommandAsync(url, image) is { } one ? [new(one / ByCommand * count, null, count)] : []);
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        return 0;
    }

    private static void Tell(string client, List<Cost> costs)
    {
        if (costs.Count == 0)
        {
            Console.WriteLine($"{client,-16} is not installed in {Clients}");
            return;
        }

        var wall = costs.Select(cost => cost.Wall).Order().ToList();
        var processor = costs.Select(cost => 1000 * cost.Processor / cost.Images).Order().ToList();
        Console.WriteLine(
            $"{client,-16} {wall[wall.Count / 2],8:0.000} s in all ({wall[0]:0.000} to {wall[^1]:0.000})"
            + (processor[processor.Count / 2] is { } each ? $", {each:0.00} ms of the processor an image ({processor[0]:0.00} to {processor[^1]:0.00})" : ""));
    }

    private static Task<Cost> OursAsync(string url, string image, int count, int atOnce) =>
        AskAsync(Environment.ProcessPath!, ["ask", url, image, $"{count}", $"{atOnce}"], count);

    private static async Task<Cost?> Boto3Async(string url, string image, int count, int atOnce)
    {
        var packages = Path.Combine(Clients, "boto3", "usr", "lib", "python3", "dist-packages");
        if (!Directory.Exists(packages))
        {
            return null;
        }

        Environment.SetEnvironmentVariable("PYTHONPATH", packages);
        var cost = await AskAsync("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "boto3_pool.py"), url, image, $"{count}", $"{atOnce}"], count);
        Environment.SetEnvironmentVariable("PYTHONPATH", null);
        return cost;
    }

    /// <summary>Each measures itself: wall and processor seconds.</summary>
    private static async Task<Cost> AskAsync(string program, string[] arguments, int count)
    {
        using var client = Start(program, arguments);
        var told = (await client.StandardOutput.ReadToEndAsync()).Split(' ');
        return new(Number(told[0]), Number(told[1]), count);
    }

    /// <summary>Seconds for a few images, each a process of its own; null where the command is missing.</summary>
    private static async Task<double?> CommandAsync(string url, string image)
    {
        var aws = Path.Combine(Clients, "aws");
        if (!File.Exists(aws))
        {
            return null;
        }

        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI");
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < ByCommand; i++)
        {
            string[] arguments =
            [
                "lookoutvision", "detect-anomalies", "--project-name", "p", "--model-version", "1", "--content-type", "image/jpeg",
                "--body", image, "--endpoint-url", url, "--region", "us-east-1",
            ];
            using var command = Start(aws, arguments);
            await command.StandardOutput.ReadToEndAsync();
            await command.WaitForExitAsync();
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true })!;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
