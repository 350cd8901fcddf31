using System.Text.Json;

namespace LookoutVision.Remote.SageMaker.Batch;

/// <summary>The images of a folder in S3. A job takes objects of one content type, and the objects are too many to look into: their names tell.</summary>
internal sealed class BatchImages
{
    private const int BytesOfMegabyte = 1024 * 1024;

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
    };

    private readonly S3Place _folder;
    private readonly SortedDictionary<string, List<string>> _names = new(StringComparer.Ordinal);
    private long _largest;

    private BatchImages(S3Place folder) => _folder = folder;

    /// <summary>The content types that there are.</summary>
    public IReadOnlyCollection<string> Types => _names.Keys;

    /// <summary>Whether all objects of the folder are images of one type.</summary>
    public bool IsUniform { get; private set; } = true;

    /// <summary>What a job has to be told of the largest image; SageMaker takes 100 MB at most.</summary>
    public int MaxPayloadInMB => (int)Math.Clamp((_largest / BytesOfMegabyte) + 1, 6, 100);

    /// <summary>The content type that the name tells; null for what is no image.</summary>
    public static string? TypeOf(string name) => ContentTypes.GetValueOrDefault(Path.GetExtension(name));

    /// <exception cref="ValidationException">There are none.</exception>
    public static async Task<BatchImages> FindAsync(S3Store store, S3Place folder, CancellationToken cancellationToken)
    {
        var images = new BatchImages(folder);
        await foreach (var (place, size) in store.ListAsync(folder, cancellationToken).ConfigureAwait(false))
        {
            images.Add(place, size);
        }

        images.IsUniform &= images.Types.Count == 1;
        return images.Types.Count > 0 ? images : throw new ValidationException($"There are no JPEG or PNG files in '{folder}'.")
        {
            ResourceId = folder.ToString(),
            RecommendedAction = "Give the folder that has them; what a file is, is told by its ending.",
        };
    }

    /// <summary>The list of the images of a type, as SageMaker takes it.</summary>
    public string ManifestOf(string type)
    {
        var lines = new List<object> { new { prefix = _folder.ToString() } };
        lines.AddRange(_names[type]);
        return JsonSerializer.Serialize(lines);
    }

    private void Add(S3Place place, long size)
    {
        if (TypeOf(place.Key) is not { } type)
        {
            IsUniform = false;
            return;
        }

        if (!_names.TryGetValue(type, out var names))
        {
            _names[type] = names = [];
        }

        names.Add(place.Key[_folder.Key.Length..]);
        _largest = Math.Max(_largest, size);
    }
}
