namespace LookoutVision;

/// <summary>How an image reached the model.</summary>
/// <param name="Type"><c>direct</c>: the image was in the request itself.</param>
public sealed record DetectionSource(string Type)
{
    /// <summary>The image was in the request itself; the service knows no other source.</summary>
    public static DetectionSource Direct { get; } = new("direct");

    /// <summary>The type.</summary>
    public override string ToString() => Type;
}
