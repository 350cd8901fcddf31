namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>Makes the image of the decoded components.</summary>
internal static class JpegRenderer
{
    /// <summary>The samples of the coefficients of a progressive image.</summary>
    public static void TransformCoefficients(JpegFrame frame)
    {
        foreach (var component in frame.Components)
        {
            for (var row = 0; row < component.BlocksHigh; row++)
            {
                var index = row * component.PaddedBlocksWide;
                var offset = row * JpegComponent.BlockSize * component.Stride;
                for (var column = 0; column < component.BlocksWide; column++, index++, offset += JpegComponent.BlockSize)
                {
                    var block = component.Coefficients.AsSpan(index * JpegComponent.BlockLength, JpegComponent.BlockLength);
                    var samples = component.Samples.AsSpan(offset);
                    if (block[1..].ContainsAnyExcept((short)0))
                    {
                        InverseDct.Transform(block, component.Quantization!, samples, component.Stride);
                    }
                    else
                    {
                        InverseDct.TransformDc(block[0], component.Quantization!, samples, component.Stride);
                    }
                }
            }
        }
    }

    public static RasterImage Render(JpegFrame frame, JpegColorSpace colorSpace, int orientation)
    {
        var pixels = GC.AllocateUninitializedArray<byte>(3 * frame.Width * frame.Height);
        using var first = new Upsampler(frame.Components[0], frame);
        if (frame.Components.Length == 1)
        {
            for (var y = 0; y < frame.Height; y++)
            {
                ColorConverter.FromGrey(first.Row(y), RowOf(pixels, frame, y));
            }

            return new RasterImage(frame.Width, frame.Height, pixels) { Orientation = orientation };
        }

        using var second = new Upsampler(frame.Components[1], frame);
        using var third = new Upsampler(frame.Components[2], frame);
        var isRgb = colorSpace.IsRgb(frame.Components);
        for (var y = 0; y < frame.Height; y++)
        {
            var row = RowOf(pixels, frame, y);
            if (isRgb)
            {
                ColorConverter.FromRgb(first.Row(y), second.Row(y), third.Row(y), row);
            }
            else
            {
                ColorConverter.FromYCbCr(first.Row(y), second.Row(y), third.Row(y), row);
            }
        }

        return new RasterImage(frame.Width, frame.Height, pixels) { Orientation = orientation };
    }

    private static Span<byte> RowOf(byte[] pixels, JpegFrame frame, int y) =>
        pixels.AsSpan(3 * frame.Width * y, 3 * frame.Width);
}
