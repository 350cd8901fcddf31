using System.Diagnostics.CodeAnalysis;

namespace LookoutVision;

/// <summary>Reads <c>s3://BUCKET/KEY</c>.</summary>
internal static class S3Uri
{
    /// <summary>What such addresses begin with.</summary>
    public const string Scheme = "s3://";

    /// <summary>The bucket, and what follows it: a key, the beginning of some, or nothing.</summary>
    /// <returns>Whether the text is such an address.</returns>
    public static bool TrySplit([NotNullWhen(true)] string? text, out string bucket, out string key)
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
