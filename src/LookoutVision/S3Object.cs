namespace LookoutVision;

/// <summary>A file in Amazon S3, or in a folder that stands for it.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The file's name in it, with slashes between folders.</param>
public sealed record S3Object(string Bucket, string Key)
{
    /// <summary>The URI: <c>s3://bucket/key</c>.</summary>
    public override string ToString() => $"s3://{Bucket}/{Key}";
}
