using LookoutVision.Cli.Demo;

namespace LookoutVision.Cli.Tests.Demo;

/// <summary>One small demo for all tests that look at what it left behind: pictures, a store with a model, results.</summary>
public sealed class DemoFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder["demo"];

    public string Store => $"local:{_folder["demo", "store"]}";

    public string Output { get; private set; } = "";

    internal DemoSettings Settings => new()
    {
        Folder = Folder,
        Width = 144,
        Height = 108,
        TrainingNormal = 12,
        TrainingAnomalous = 8,
        TestNormal = 4,
        TestAnomalous = 4,
    };

    public async Task InitializeAsync() => Output = await RunAsync(Settings);

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    internal static async Task<string> RunAsync(DemoSettings settings)
    {
        using var output = new StringWriter { NewLine = "\n" };
        await new DemoRun(settings, output).RunAsync(CancellationToken.None);
        return output.ToString();
    }
}
