namespace LookoutVision.Binding;

/// <summary>What a parameter says of a bucket.</summary>
internal static class BucketUri
{
    /// <summary>A file in a bucket; null where the text is something else, such as a path.</summary>
    public static S3Object? File(string? text) => S3Uri.TrySplit(text, out var bucket, out var key) && key.Length > 0 ? new(bucket, key) : null;

    /// <summary>A place in a bucket.</summary>
    /// <exception cref="ValidationException">The text is something else.</exception>
    public static S3Location Place(string text) => S3Uri.TrySplit(text, out var bucket, out var prefix)
        ? new(bucket, prefix.Length > 0 ? prefix : null)
        : throw new ValidationException($"'{text}' is no place in a bucket.")
        {
            ResourceId = text,
            RecommendedAction = "Give s3://BUCKET/PREFIX.",
        };
}
