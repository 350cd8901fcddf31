namespace LookoutVision.Remote.SageMaker.Batch;

/// <summary>A place in Amazon S3.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The object's key, or what the keys of a folder begin with.</param>
internal sealed record S3Location(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    /// <summary>Reads a folder: its key ends with a slash, unless it is the whole bucket.</summary>
    /// <exception cref="ValidationException">It is no place in S3.</exception>
    public static S3Location ParseFolder(string uri)
    {
        var place = Parse(uri);
        return place.Key.Length == 0 || place.Key.EndsWith('/') ? place : place with { Key = place.Key + "/" };
    }

    /// <summary>Reads a place.</summary>
    /// <exception cref="ValidationException">It is none in S3.</exception>
    public static S3Location Parse(string uri)
    {
        var parts = uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? uri[Scheme.Length..].Split('/', 2) : [];
        return parts is [{ Length: > 0 }, ..]
            ? new(parts[0], parts.ElementAtOrDefault(1) ?? "")
            : throw new ValidationException($"'{uri}' is no place in Amazon S3.")
            {
                ResourceId = uri,
                RecommendedAction = "Give s3://BUCKET/FOLDER.",
            };
    }

    /// <summary>What lies in this folder.</summary>
    public S3Location At(string name) => this with { Key = Key + name };

    /// <summary>As it is written.</summary>
    public override string ToString() => $"{Scheme}{Bucket}/{Key}";
}
