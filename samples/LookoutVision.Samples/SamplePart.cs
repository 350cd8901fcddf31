using LookoutVision.Engine;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Samples;

/// <summary>One drawn part with the truth about it.</summary>
/// <param name="Photograph">The part as a camera would see it.</param>
/// <param name="Defect">What is wrong with it.</param>
/// <param name="Mask">Exactly the pixels of the defect, each with the defect's number as its class; null on a good part.</param>
public sealed record SamplePart(RasterImage Photograph, SampleDefect Defect, LabelMap? Mask);
