namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>Which kinds of JPEG are decoded, and by what name the others are refused.</summary>
internal static class JpegFrameSupport
{
    public static void Check(JpegFrame frame)
    {
        CheckProcess(frame.Marker);
        if (frame.Precision != 8)
        {
            throw JpegError.Unsupported($"a JPEG with {frame.Precision} bits a sample");
        }

        CheckComponents(frame.Components);
        DecodeLimits.Check(frame.Width, frame.Height);
    }

    private static void CheckProcess(byte marker)
    {
        switch (marker)
        {
            case JpegMarker.StartOfFrameBaseline or JpegMarker.StartOfFrameExtended or JpegMarker.StartOfFrameProgressive:
                return;
            case JpegMarker.StartOfFrameLossless or JpegMarker.StartOfFrameArithmeticLossless:
                throw JpegError.Unsupported("a lossless JPEG");
            case JpegMarker.StartOfFrameArithmetic or JpegMarker.StartOfFrameArithmeticProgressive:
                throw JpegError.Unsupported("a JPEG with arithmetic coding");
            default:
                throw JpegError.Unsupported("a hierarchical JPEG");
        }
    }

    private static void CheckComponents(JpegComponent[] components)
    {
        if (components.Length == 4)
        {
            throw JpegError.Unsupported("a CMYK JPEG (four colour components)");
        }

        if (components.Length is not (1 or 3))
        {
            throw JpegError.Unsupported($"a JPEG with {components.Length} colour components");
        }

        foreach (var component in components)
        {
            if (component.Horizontal is < 1 or > 4 || component.Vertical is < 1 or > 4)
            {
                throw JpegError.Damaged($"sampling factors {component.Horizontal}x{component.Vertical}");
            }

            if (components.Count(other => other.Id == component.Id) > 1)
            {
                throw JpegError.Damaged($"two components have the number {component.Id}");
            }
        }

        var horizontal = components.Max(component => component.Horizontal);
        var vertical = components.Max(component => component.Vertical);
        if (components.Any(component => horizontal % component.Horizontal != 0 || vertical % component.Vertical != 0))
        {
            throw JpegError.Unsupported("a JPEG whose chroma sampling is no whole fraction");
        }
    }
}
