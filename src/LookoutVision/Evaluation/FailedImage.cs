namespace LookoutVision.Evaluation;

/// <summary>An image that could not be judged.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Error">Why.</param>
public sealed record FailedImage(string Path, LookoutVisionException Error)
{
    /// <summary>The reason, which names the image.</summary>
    public override string ToString() => Error.Message;
}
