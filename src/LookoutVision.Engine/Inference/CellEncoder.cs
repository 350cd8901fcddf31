using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>From an image at the working size to the whitened features of its cells.</summary>
internal sealed record CellEncoder(FeatureExtractor Extractor, Whitening Whitening)
{
    public FloatImage Encode(FloatImage lab, WorkingSize size) => Whitening.Apply(Extractor.Extract(lab, size));
}
