using LookoutVision.Cli.Tests.Demo;

namespace LookoutVision.Cli.Tests.Commands;

/// <summary>What is told of images before and while a model is trained on them.</summary>
[Collection(nameof(DemoCollection))]
public sealed class CheckDatasetTests(DemoFixture demo) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CheckDataset_NamesFilesAndKinds()
    {
        CopyNormals();
        File.Copy(_folder["parts", "normal", "normal-02.png"], _folder["parts", "normal", "twice.png"]);

        var json = (await RunAsync("check-dataset", _folder["parts"])).Json["TrainingAdvice"]!.AsArray();
        var table = await RunAsync("check-dataset", _folder["parts"], "--output", "table");

        var duplicates = json.Single(a => (string?)a!["Kind"] == "DuplicateImages")!;
        Assert.Equal(["normal-02.png", "twice.png"], duplicates["Files"]!.AsArray().Select(f => Path.GetFileName((string)f!)));
        Assert.Contains("'normal-02.png' = 'twice.png'", table.Output, StringComparison.Ordinal);
        Assert.Contains("TooFewImages", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckDataset_OfWhatIsNotThere_IsAnError()
    {
        var run = await CommandRun.OfAsync("check-dataset", _folder["nowhere"]);

        Assert.Equal(254, run.ExitCode);
        Assert.Contains("(ValidationException) when calling the CheckDataset operation", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateModel_WarnsOfItsImagesAndGroups()
    {
        CopyNormals();

        var run = await RunAsync(
            "create-model", "--project-name", "warned", "--path", _folder["parts"], "--group-by", "^normal", "--endpoint-url", $"local:{_folder["store"]}");
        var described = await RunAsync("describe-model", "--project-name", "warned", "--endpoint-url", $"local:{_folder["store"]}");

        Assert.Equal("TRAINED", (string?)run.Json["ModelMetadata"]!["Status"]);
        var warnings = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(warnings, w => w.StartsWith("Warning: There are only 12 normal images", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.Contains("The group 'normal' has 12 of the 12", StringComparison.Ordinal));
        Assert.Equal(
            warnings, described.Json["TrainingAdvice"]!.AsArray().Select(a => $"Warning: {a!["Message"]}"));
    }

    [Fact]
    public async Task CreateModel_WhereNoGroupMatches_SaysSo()
    {
        CopyNormals();

        var run = await RunAsync(
            "create-model", "--project-name", "warned", "--path", _folder["parts"], "--group-by", "^x", "--endpoint-url", $"local:{_folder["store"]}");

        Assert.StartsWith("Warning: --group-by '^x' matches no image", run.Error, StringComparison.Ordinal);
    }

    private void CopyNormals()
    {
        Directory.CreateDirectory(_folder["parts", "normal"]);
        foreach (var file in Directory.GetFiles(Path.Combine(demo.Folder, "training", "normal")))
        {
            File.Copy(file, _folder["parts", "normal", Path.GetFileName(file)]);
        }
    }

    private static async Task<CommandRun> RunAsync(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }
}
