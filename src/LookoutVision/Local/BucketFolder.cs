using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>
/// A folder that stands for Amazon S3: each folder below it is a bucket, and what lies in that are its objects. Nothing
/// outside of it is ever named.
/// </summary>
internal sealed class BucketFolder(string root)
{
    /// <summary>The environment variable that names the folder where nothing else does.</summary>
    public const string Variable = "LOOKOUTVISION_BUCKETS";

    private const string Scheme = "s3:";

    private static readonly char[] Foreign = [.. Path.GetInvalidFileNameChars(), '\\'];

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The file of an <c>s3://</c> URI, which must be there.</summary>
    /// <exception cref="FormatException">It is no such URI, or there is no such file.</exception>
    public string Locate(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException($"refers to '{uri}', which is no s3:// URI");
        }

        // The service's own samples print a blank after "s3:".
        var parts = uri[Scheme.Length..].Trim().TrimStart('/').Split('/', 2);
        if (parts.Length < 2 || PathOf(parts[0], parts[1]) is not { } path)
        {
            throw new FormatException($"refers to '{uri}', which names no object of a bucket");
        }

        return File.Exists(path) ? path : throw new FormatException($"refers to '{uri}', but there is no such object in the buckets");
    }

    /// <summary>A message in which files of the folder are called by their URIs.</summary>
    public string WithUris(string message) => message.Replace(Root + Path.DirectorySeparatorChar, "s3://", StringComparison.Ordinal);

    /// <summary>Opens an object.</summary>
    /// <exception cref="ValidationException">There is no such object.</exception>
    public Stream OpenRead(S3Object item) =>
        (PathOf(item.Bucket, item.Key) is { } path && File.Exists(path) ? AtomicFile.OpenRead(path) : null)
        ?? throw new ValidationException($"There is no object '{item}' in the buckets.")
        {
            ResourceId = item.ToString(),
            RecommendedAction = "Copy it into the bucket's folder on the server, or correct the name.",
        };

    /// <summary>Writes an object as a whole, in place of one of that key.</summary>
    public void Write(S3Object item, Action<Stream> write)
    {
        RequireBucket(item.Bucket);
        var path = PathOf(item.Bucket, item.Key) ?? throw NoKey(item);
        AtomicFile.Replace(path, AtomicFile.Beside(path), write);
    }

    /// <exception cref="ValidationException">There is no such bucket.</exception>
    public void RequireBucket(string bucket)
    {
        if (!IsName(bucket) || !Directory.Exists(Path.Combine(Root, bucket)))
        {
            throw new ValidationException($"There is no bucket '{bucket}'.")
            {
                ResourceId = bucket,
                RecommendedAction = "Make a folder of that name in the folder of buckets on the server.",
            };
        }
    }

    private string? PathOf(string bucket, string key)
    {
        string[] parts = [bucket, .. key.Split('/')];
        return parts.All(IsName) ? Path.Combine([Root, .. parts]) : null;
    }

    private static bool IsName(string part) =>
        part.Length > 0 && part is not ("." or "..") && part.IndexOfAny(Foreign) < 0;

    private static ValidationException NoKey(S3Object item) => new($"'{item}' cannot be written: its key is no path.")
    {
        ResourceId = item.ToString(),
        RecommendedAction = "Use a prefix of names with single slashes between them.",
    };
}
