namespace LookoutVision.Remote.SageMaker.Batch;

/// <summary>A place in Amazon S3.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The object's key, or what the keys of a folder begin with.</param>
internal sealed record S3Place(string Bucket, string Key)
{
    /// <summary>Reads a folder: its key ends with a slash, unless it is the whole bucket.</summary>
    /// <exception cref="ValidationException">It is no place in S3.</exception>
    public static S3Place ParseFolder(string uri)
    {
        var place = Parse(uri);
        return place.Key.Length == 0 || place.Key.EndsWith('/') ? place : place with { Key = place.Key + "/" };
    }

    /// <summary>Reads a place.</summary>
    /// <exception cref="ValidationException">It is none in S3.</exception>
    public static S3Place Parse(string uri) => S3Uri.TrySplit(uri, out var bucket, out var key)
        ? new(bucket, key)
        : throw new ValidationException($"'{uri}' is no place in Amazon S3.")
        {
            ResourceId = uri,
            RecommendedAction = "Give s3://BUCKET/FOLDER.",
        };

    /// <summary>What lies in this folder.</summary>
    public S3Place At(string name) => this with { Key = Key + name };

    /// <summary>As it is written.</summary>
    public override string ToString() => $"{S3Uri.Scheme}{Bucket}/{Key}";
}
