using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Training;

/// <summary>One labelled image to learn from or to judge by. Pixels are loaded when needed, maybe more than once, and not kept.</summary>
public sealed record TrainingSample
{
    /// <summary>What messages call it: a file's path.</summary>
    public required string Name { get; init; }

    /// <summary>Its label.</summary>
    public required bool IsAnomalous { get; init; }

    /// <summary>Decodes the image; may be called on several threads at once.</summary>
    public required Func<RasterImage> LoadImage { get; init; }

    /// <summary>Decodes the mask, of the image's size; absent where there is none.</summary>
    public Func<LabelMap>? LoadMask { get; init; }

    /// <summary>What the image belongs to; samples of one group are never split between learning and judging.</summary>
    public string? Group { get; init; }
}
