using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;

namespace LookoutVision.Engine.Inference;

/// <summary>From an aligned image to the whitened features of its cells.</summary>
internal sealed record CellEncoder(FeatureExtractor Extractor, Whitening Whitening)
{
    public CellGrid Encode(AlignedImage image, WorkingSize size)
    {
        using var raw = Extractor.Extract(image.Image, size);
        var features = Whitening.Apply(raw);
        var outside = image.OutsideCells(size.For(Extractor.Kind));
        for (var cell = 0; outside is not null && cell < outside.Length; cell++)
        {
            if (outside[cell])
            {
                features.Pixel(cell).Clear();
            }
        }

        return new CellGrid(features, outside, image.Trust(size.For(Extractor.Kind)));
    }
}
