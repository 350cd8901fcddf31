using LookoutVision.Batch;
using LookoutVision.Datasets;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;
using LookoutVision.Hosting;

namespace LookoutVision.Benchmarks.Engine;

/// <summary>
/// What the benchmarks measure with, made once: a photograph as JPEG and as PNG, and a store with a model that marks defects
/// and one that does not. The processes that measure find it by an environment variable.
/// </summary>
internal sealed class Workspace : IDisposable
{
    public const string WithMasks = "masks";
    public const string WithoutMasks = "labels";

    /// <summary>Names labelled images with masks, a folder or a manifest, to use in place of drawn parts.</summary>
    private const string DataVariable = "LOOKOUTVISION_BENCHMARK_DATA";

    private const string FolderVariable = "LOOKOUTVISION_BENCHMARK_WORKSPACE";

    private readonly string _folder;

    private Workspace(string folder) => _folder = folder;

    public string JpegPath => Path.Combine(_folder, "image.jpg");

    public string PngPath => Path.Combine(_folder, "image.png");

    private static string? Data => Environment.GetEnvironmentVariable(DataVariable) is { Length: > 0 } data ? data : null;

    private string Parts => Path.Combine(_folder, "parts");

    private string Store => Path.Combine(_folder, "store");

    public static Workspace Open() => new(Environment.GetEnvironmentVariable(FolderVariable)!);

    /// <summary>With drawn parts, if there are no images of the user's own, and no model yet.</summary>
    public static Workspace Draw(int normal, int anomalous)
    {
        var workspace = new Workspace(Directory.CreateTempSubdirectory("lookoutvision-benchmark-").FullName);
        Environment.SetEnvironmentVariable(FolderVariable, workspace._folder);
        if (Data is null)
        {
            DrawnParts.Draw(workspace.Parts, normal, anomalous);
        }

        return workspace;
    }

    public static async Task<Workspace> PrepareAsync()
    {
        var workspace = Draw(24, 12);
        var jpeg = Data is null ? DrawnParts.Jpeg() : FirstJpeg(workspace.ReadDataset());
        File.WriteAllBytes(workspace.JpegPath, jpeg);
        File.WriteAllBytes(workspace.PngPath, PngEncoder.Encode(ImageCodec.Decode(jpeg)));
        await workspace.TrainAsync(WithMasks);
        await workspace.TrainAsync(WithoutMasks);
        return workspace;
    }

    public HostConnection Connect() => HostConnector.Connect($"local:{Store}");

    /// <summary>Judges the photograph again and again, from its file to the answer, as the module and the command line do it.</summary>
    public async IAsyncEnumerable<DetectAnomalyResult> JudgeAsync(HostConnection host, string model, int images, int threads)
    {
        var paths = Enumerable.Repeat(JpegPath, images).Select(ImageSource.FromFile).ToAsyncEnumerable();
        await foreach (var outcome in DetectionBatch.RunAsync(
            host.Models, new(model, "1"), paths, new() { ThrottleLimit = threads }, CancellationToken.None))
        {
            yield return outcome.Error is { } error ? throw error : outcome.Result!;
        }
    }

    public AnomalyModel LoadModel(string project)
    {
        using var file = File.OpenRead(Path.Combine(Store, "projects", project, "models", "1", "model.lvm"));
        return AnomalyModel.Load(file);
    }

    /// <summary>Trains the next version of a project on all images, and starts it.</summary>
    public async Task TrainAsync(string project)
    {
        var dataset = ReadDataset();
        if (project == WithoutMasks)
        {
            dataset = new([.. dataset.Entries.Select(e => e with { MaskRef = null })]);
        }

        Console.WriteLine($"Training on {dataset.Entries.Count} images by {project}...");
        var host = Connect();
        var model = await ModelMaker.MakeAsync(host.Projects!, project, dataset, null, new(), null, CancellationToken.None);
        await host.Models.StartModelAsync(new(project, model.ModelVersion), new(1), CancellationToken.None);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] FirstJpeg(Dataset dataset) => dataset.Entries
        .Select(e => File.ReadAllBytes(e.SourceRef))
        .FirstOrDefault(bytes => ImageCodec.Identify(bytes).Format == ImageFormat.Jpeg)
        ?? throw new ValidationException("There is no JPEG among the images.");

    private Dataset ReadDataset() =>
        Data is null ? DatasetReader.FromFolder(Parts) : Directory.Exists(Data) ? DatasetReader.FromFolder(Data) : DatasetReader.FromManifest(Data);
}
