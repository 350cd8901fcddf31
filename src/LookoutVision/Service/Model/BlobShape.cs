namespace LookoutVision.Service.Model;

/// <summary>Bytes: base64 in JSON, as they are in a raw body.</summary>
internal sealed class BlobShape(string name) : Shape(name)
{
    public int MinLength { get; init; }

    /// <summary>The most bytes, not characters of base64; null where the service sets none.</summary>
    public int? MaxLength { get; init; }
}
