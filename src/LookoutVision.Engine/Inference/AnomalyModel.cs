using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Inference;

/// <summary>A trained model: judges images, any number of threads at once.</summary>
public sealed class AnomalyModel
{
    /// <summary>Width of the images it was trained on, in pixels; 0 where they differed and any size is taken.</summary>
    public int ImageWidth { get; init; }

    /// <summary>Height of the images it was trained on, in pixels; 0 where they differed and any size is taken.</summary>
    public int ImageHeight { get; init; }

    /// <summary>The anomaly types it marks; empty for a classification model.</summary>
    public IReadOnlyList<SegmentationLabel> Labels { get; init; } = [];

    /// <summary>Judges one image.</summary>
    /// <exception cref="ArgumentException">The image is not of the model's size.</exception>
    public Detection Detect(RasterImage image) => throw new NotImplementedException();

    /// <summary>Writes the model as one self-describing file.</summary>
    public void Save(Stream stream) => throw new NotImplementedException();

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="ModelFormatException">Not a model file, damaged, or of a newer format version.</exception>
    public static AnomalyModel Load(Stream stream) => throw new NotImplementedException();
}
