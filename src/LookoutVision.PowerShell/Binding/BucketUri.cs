using System.Diagnostics.CodeAnalysis;

namespace LookoutVision.Binding;

/// <summary>Reads <c>s3://BUCKET/KEY</c>.</summary>
internal static class BucketUri
{
    private const string Scheme = "s3://";

    /// <summary>A file in a bucket; null where the text is something else, such as a path.</summary>
    public static S3Object? File(string? text) => TrySplit(text, out var bucket, out var key) && key.Length > 0 ? new(bucket, key) : null;

    /// <summary>A place in a bucket.</summary>
    /// <exception cref="ValidationException">The text is something else.</exception>
    public static S3Location Place(string text) => TrySplit(text, out var bucket, out var prefix)
        ? new(bucket, prefix.Length > 0 ? prefix : null)
        : throw new ValidationException($"'{text}' is no place in a bucket.")
        {
            ResourceId = text,
            RecommendedAction = "Give s3://BUCKET/PREFIX.",
        };

    private static bool TrySplit([NotNullWhen(true)] string? text, out string bucket, out string key)
    {
        bucket = key = "";
        if (text is null || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var parts = text[Scheme.Length..].Split('/', 2);
        (bucket, key) = (parts[0], parts.Length == 2 ? parts[1] : "");
        return bucket.Length > 0;
    }
}
