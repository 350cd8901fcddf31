namespace LookoutVision;

/// <summary>A place in Amazon S3 that files are written to, or in a folder that stands for it.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What the keys begin with, glued on as it is; absent: nothing.</param>
public sealed record S3Location(string Bucket, string? Prefix = null)
{
    /// <summary>The URI: <c>s3://bucket/prefix</c>.</summary>
    public override string ToString() => $"s3://{Bucket}/{Prefix}";
}
