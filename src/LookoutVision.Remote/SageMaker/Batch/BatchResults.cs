using System.Runtime.CompilerServices;
using System.Text.Json;
using LookoutVision.Batch;
using LookoutVision.Engine.Imaging;
using LookoutVision.Remote.Client;
using LookoutVision.Remote.SageMaker.Shapes;

namespace LookoutVision.Remote.SageMaker.Batch;

/// <summary>Reads the results of a job: for each image an object of its name and <c>.out</c>.</summary>
internal sealed class BatchResults
{
    private const int AtOnce = 16;

    private readonly S3Store _store;
    private readonly TransformJobShape _job;
    private readonly TransformJobShape.S3Source _source;
    private readonly S3Place _output;

    // Jobs have kept the folder of the images in the names of their results, or not.
    private readonly Func<S3Place, string, string>[] _layouts =
    [
        (_, name) => name,
        (folder, name) => $"{Path.GetFileName(folder.Key.TrimEnd('/'))}/{name}",
        (folder, name) => folder.Key + name,
    ];

    private volatile int _layout;

    /// <exception cref="InternalServerException">The job tells no places.</exception>
    public BatchResults(S3Store store, TransformJobShape job)
    {
        _store = store;
        _job = job;
        _source = job.TransformInput?.DataSource?.S3DataSource ?? throw Lacks("TransformInput");
        _output = S3Place.ParseFolder(job.TransformOutput?.S3OutputPath ?? throw Lacks("TransformOutput"));
    }

    /// <summary>The images' outcomes in the order of their names.</summary>
    public async IAsyncEnumerable<DetectionOutcome> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new Queue<Task<DetectionOutcome>>();
        await foreach (var (folder, name) in ImagesAsync(cancellationToken).ConfigureAwait(false))
        {
            running.Enqueue(ReadAsync(folder, name, cancellationToken));
            if (running.Count == AtOnce)
            {
                yield return await running.Dequeue().ConfigureAwait(false);
            }
        }

        while (running.TryDequeue(out var next))
        {
            yield return await next.ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<(S3Place Folder, string Name)> ImagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_source.S3DataType == "ManifestFile")
        {
            foreach (var image in await ReadManifestAsync(S3Place.Parse(_source.S3Uri!), cancellationToken).ConfigureAwait(false))
            {
                yield return image;
            }

            yield break;
        }

        var prefix = S3Place.Parse(_source.S3Uri!);
        var folder = prefix with { Key = prefix.Key[..(prefix.Key.LastIndexOf('/') + 1)] };
        await foreach (var (place, size) in _store.ListAsync(prefix, cancellationToken).ConfigureAwait(false))
        {
            if (size > 0)
            {
                yield return (folder, place.Key[folder.Key.Length..]);
            }
        }
    }

    private async Task<IReadOnlyList<(S3Place Folder, string Name)>> ReadManifestAsync(S3Place place, CancellationToken cancellationToken)
    {
        var bytes = await _store.FindAsync(place, cancellationToken).ConfigureAwait(false)
            ?? throw new ResourceNotFoundException($"The list of the job's images is gone: '{place}'.")
            {
                ResourceId = place.ToString(),
                RecommendedAction = "The results lie in the job's output folder all the same: aws s3 sync copies them.",
            };
        return BatchManifest.Read(place, bytes);
    }

    private async Task<DetectionOutcome> ReadAsync(S3Place folder, string name, CancellationToken cancellationToken)
    {
        var image = folder.At(name).ToString();
        var source = ImageSource.FromBytes([], image);
        try
        {
            var bytes = await FindAsync(folder, name, cancellationToken).ConfigureAwait(false);
            return bytes is null
                ? new(source, null, Unjudged(image))
                : new(source, Parse(bytes, image), null);
        }
        catch (JsonException e)
        {
            return new(source, null, new InternalServerException($"The result of '{image}' is not one of an anomaly detection: {e.Message}", e) { ResourceId = image });
        }
        catch (ValidationException e)
        {
            return new(source, null, new InternalServerException($"The result of '{image}' has a mask that cannot be read: {e.Message}", e) { ResourceId = image });
        }
        catch (InternalServerException e)
        {
            return new(source, null, e);
        }
    }

    private async Task<byte[]?> FindAsync(S3Place folder, string name, CancellationToken cancellationToken)
    {
        var usual = _layout;
        for (var i = 0; i < _layouts.Length; i++)
        {
            var layout = (usual + i) % _layouts.Length;
            var place = _output.At(_layouts[layout](folder, name) + ".out");
            if (await _store.FindAsync(place, cancellationToken).ConfigureAwait(false) is { } bytes)
            {
                _layout = layout;
                return bytes;
            }
        }

        return null;
    }

    private DetectAnomalyResult Parse(byte[] bytes, string image)
    {
        var verdict = (JsonSerializer.Deserialize<InferenceAnswer>(bytes, Json.Options) ?? throw new JsonException("it is empty.")).Verdict;
        var format = BatchImages.TypeOf(image) == "image/png" ? ImageFormat.Png : ImageFormat.Jpeg;

        // The images themselves are not fetched: only a mask tells their size.
        var size = verdict.AnomalyMask is { } mask ? ImageHeader.Read("AnomalyMask", mask) : new ImageInfo(format, 0, 0);
        return verdict.ToResult(image, new(_job.ModelName ?? "", "1"), size with { Format = format }, TimeSpan.Zero);
    }

    private InternalServerException Unjudged(string image) => new($"'{image}' has no result: the job '{_job.TransformJobName}' could not judge it.")
    {
        ResourceId = image,
        RecommendedAction = "Look into the job's log in CloudWatch, /aws/sagemaker/TransformJobs; judge the image by itself with Invoke-LVDetectAnomaly.",
    };

    private static InternalServerException Lacks(string member) => new($"SageMaker's answer lacks {member}.");
}
