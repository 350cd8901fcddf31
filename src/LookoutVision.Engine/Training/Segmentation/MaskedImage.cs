using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>An image as the network sees it, and the class of each of its pixels.</summary>
/// <param name="Image">Four channels.</param>
/// <param name="Classes">Null for a normal image: all background.</param>
internal sealed record MaskedImage(FloatImage Image, byte[]? Classes)
{
    /// <summary>The pixels that belong to a defect.</summary>
    public int[] DefectPixels { get; } =
        Classes is null ? [] : Enumerable.Range(0, Classes.Length).Where(i => Classes[i] != 0).ToArray();
}
