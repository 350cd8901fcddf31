using LookoutVision.Datasets;
using LookoutVision.Engine.Imaging;
using LookoutVision.Hosting;
using LookoutVision.Samples;

namespace LookoutVision.Benchmarks.Server;

/// <summary>A store with a hosted model of sample parts, and photographs to judge; gone afterwards.</summary>
internal sealed class PartStore : IDisposable
{
    public const string Project = "flanges";

    private const int Normal = 20;
    private const int Anomalous = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("lookoutvision-server-").FullName;
    private readonly int _width;
    private readonly int _height;

    private PartStore(int width, int height) => (_width, _height) = (width, height);

    public string Store => Path.Combine(_folder, "store");

    /// <summary>What stands for Amazon S3.</summary>
    public string Buckets => Path.Combine(_folder, "buckets");

    public string Log => Path.Combine(_folder, "server.log");

    public IReadOnlyList<byte[]> Photographs { get; private set; } = [];

    public string DetectPath => $"/2020-11-20/projects/{Project}/models/1/detect";

    /// <summary>Draws parts of a size, and trains and starts a model without masks.</summary>
    public static async Task<PartStore> PrepareAsync(int width, int height, int units)
    {
        var store = new PartStore(width, height);
        var parts = Path.Combine(store.Buckets, "parts");
        Console.WriteLine($"Drawing parts of {width}x{height} pixels and training on {Normal + Anomalous} of them...");
        store.Draw(parts);
        var host = store.Connect();
        var dataset = DatasetReader.FromFolder(parts);
        var model = await ModelMaker.MakeAsync(host.Projects!, Project, dataset, null, new(), null, CancellationToken.None);
        await host.Models.StartModelAsync(new(Project, model.ModelVersion), new(units), CancellationToken.None);
        return store;
    }

    /// <summary>Writes a manifest of the parts into their bucket, and gives its key.</summary>
    public string WriteManifest()
    {
        const string key = "all.manifest";
        var lines = Directory.EnumerateFiles(Path.Combine(Buckets, "parts"), "*.png", SearchOption.AllDirectories).Select(f =>
        {
            var name = Path.GetFileName(Path.GetDirectoryName(f)!);
            return $$$"""
                {"source-ref":"s3://parts/{{{name}}}/{{{Path.GetFileName(f)}}}","auto-label":{{{(name == "anomaly" ? 1 : 0)}}},"auto-label-metadata":{"class-name":"{{{name}}}","type":"groundtruth/image-classification"}}
                """;
        });
        File.WriteAllLines(Path.Combine(Buckets, "parts", key), lines);
        return key;
    }

    public HostConnection Connect() => HostConnector.Connect($"local:{Store}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Draw(string folder)
    {
        var generator = new SamplePartGenerator(1, _width, _height);
        foreach (var name in (string[])["normal", "anomaly"])
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
        }

        for (var i = 0; i < Normal + Anomalous; i++)
        {
            var isNormal = i < Normal;
            var bytes = PngEncoder.Encode(generator.Draw(i, isNormal ? SampleDefect.None : (SampleDefect)(1 + (i % 3))).Photograph);
            File.WriteAllBytes(Path.Combine(folder, isNormal ? "normal" : "anomaly", $"{i:00}.png"), bytes);
        }

        Photographs = [.. Enumerable.Range(100, 8).Select(i => PngEncoder.Encode(generator.Draw(i, (SampleDefect)(i % 4)).Photograph))];
    }
}
