using System.Diagnostics;

namespace LookoutVision.Conformance.Support;

/// <summary>
/// Clients that were made for the service itself and still know its API: Debian's AWS command and boto3, and AWS's package for
/// JavaScript. They are looked for where packages install them, and below the folder that LOOKOUTVISION_CLIENTS names.
/// </summary>
internal static class RealClients
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("LOOKOUTVISION_CLIENTS")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "lookoutvision-clients");

    private static readonly string Packages = Path.Combine(Folder, "boto3", "usr", "lib", "python3", "dist-packages");

    private static readonly string Modules = Path.Combine(Folder, "js");

    private static readonly Lazy<string?> Command = new(() => new[] { Path.Combine(Folder, "aws"), "/usr/bin/aws" }
        .FirstOrDefault(c => File.Exists(c) && Try(c, ["lookoutvision", "list-projects", "--generate-cli-skeleton"])));

    private static readonly Lazy<bool> Boto3 = new(() => Try(
        "/usr/bin/python3", ["-c", "import boto3; boto3.client('lookoutvision', region_name='us-east-1')"]));

    private static readonly Lazy<bool> JavaScript = new(() => Try(
        "node", ["--input-type=module", "-e", "await import('@aws-sdk/client-lookoutvision')"]));

    public static string? LackOf(RealClient client) => client switch
    {
        RealClient.AwsCommand => Command.Value is null ? "There is no AWS command here that knows Lookout for Vision." : null,
        RealClient.Boto3 => Boto3.Value ? null : "There is no boto3 here that knows Lookout for Vision.",
        _ => JavaScript.Value ? null : $"There is no @aws-sdk/client-lookoutvision in {Modules}.",
    };

    public static Task<ClientRun> AwsAsync(string endpoint, params string[] arguments) =>
        RunAsync(Command.Value!, ["--endpoint-url", endpoint, "lookoutvision", .. arguments]);

    public static Task<ClientRun> Boto3Async(string script, params string[] arguments) =>
        RunAsync("/usr/bin/python3", [Script(script + ".py"), .. arguments]);

    /// <summary>The package is found from the folder that it is installed below, so the script is put there.</summary>
    public static async Task<ClientRun> JavaScriptAsync(string script, params string[] arguments)
    {
        var copy = Path.Combine(Modules, $"{script}-{Guid.NewGuid():N}.mjs");
        File.Copy(Script(script + ".mjs"), copy);
        try
        {
            return await RunAsync("node", [copy, .. arguments]);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);

    private static bool Try(string program, string[] arguments)
    {
        try
        {
            // Tests are looked for on a thread that must not be waited on.
            return Task.Run(() => RunAsync(program, arguments)).Result.ExitCode == 0;
        }
        catch (AggregateException e) when (e.InnerException is System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<ClientRun> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.Exists(Modules) ? Modules : Path.GetTempPath(),
            Environment =
            {
                ["AWS_ACCESS_KEY_ID"] = ServeProcess.KeyId,
                ["AWS_SECRET_ACCESS_KEY"] = ServeProcess.Secret,
                ["AWS_DEFAULT_REGION"] = "us-east-1",
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                ["AWS_MAX_ATTEMPTS"] = "2",
                ["AWS_PAGER"] = "",
            },
        };
        if (program == "/usr/bin/python3" && Directory.Exists(Packages))
        {
            start.Environment["PYTHONPATH"] = Packages;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
