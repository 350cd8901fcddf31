namespace LookoutVision.Cli.Tests.Server.Support;

/// <summary>A test in a real browser; it says that it is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public const string Folder = "/usr/bin";

    public BrowserFactAttribute()
    {
        Skip = File.Exists($"{Folder}/chromedriver") && File.Exists($"{Folder}/chromium") ? null : "Chromium and its driver are not installed.";
    }
}
