namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>
/// Reads JPEG (ITU-T T.81): baseline, extended sequential and progressive, Huffman-coded, 8 bits a sample, grey,
/// YCbCr or RGB. Orientation (Exif) is told but not applied, and colour profiles are ignored.
/// </summary>
internal sealed class JpegDecoder : IImageDecoder
{
    // Each scan may cost a pass over the whole image for a few bytes of data; real files have about ten.
    private const int MaxScans = 100;

    public bool Recognises(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == 0xFF && bytes[1] == JpegMarker.StartOfImage && bytes[2] == 0xFF;

    public ImageInfo ReadInfo(ReadOnlySpan<byte> bytes)
    {
        var segments = new JpegSegmentReader(bytes);
        while (true)
        {
            var marker = segments.Next();
            if (JpegMarker.IsStartOfFrame(marker))
            {
                var frame = JpegFrame.Parse(marker, segments.Payload);
                return new ImageInfo(ImageFormat.Jpeg, frame.Width, frame.Height);
            }

            if (marker is JpegMarker.StartOfScan or JpegMarker.EndOfImage)
            {
                throw JpegError.Damaged("it has no frame header");
            }
        }
    }

    public RasterImage Decode(ReadOnlySpan<byte> bytes)
    {
        JpegFrame? frame = null;
        try
        {
            return Decode(bytes, ref frame);
        }
        finally
        {
            frame?.Dispose();
        }
    }

    private static RasterImage Decode(ReadOnlySpan<byte> bytes, ref JpegFrame? frame)
    {
        var segments = new JpegSegmentReader(bytes);
        var tables = new JpegTables();
        var colorSpace = default(JpegColorSpace);
        var orientation = ExifOrientation.Upright;
        var scans = 0;
        while (true)
        {
            var marker = segments.Next();
            switch (marker)
            {
                case JpegMarker.DefineQuantizationTables:
                    tables.ReadQuantization(segments.Payload);
                    break;
                case JpegMarker.DefineHuffmanTables:
                    tables.ReadHuffman(segments.Payload);
                    break;
                case JpegMarker.DefineRestartInterval:
                    tables.ReadRestartInterval(segments.Payload);
                    break;
                case JpegMarker.App0:
                    colorSpace.ReadApp0(segments.Payload);
                    break;
                case JpegMarker.App1 when segments.Payload.StartsWith(ExifOrientation.JpegIdentifier):
                    orientation = ExifOrientation.Read(segments.Payload[ExifOrientation.JpegIdentifier.Length..]);
                    break;
                case JpegMarker.App14:
                    colorSpace.ReadApp14(segments.Payload);
                    break;
                case JpegMarker.DefineHierarchicalProgression:
                    throw JpegError.Unsupported("a hierarchical JPEG");
                case var _ when JpegMarker.IsStartOfFrame(marker):
                    if (frame is not null)
                    {
                        throw JpegError.Damaged("it has two frame headers");
                    }

                    frame = JpegFrame.Parse(marker, segments.Payload);
                    frame.Prepare();
                    break;
                case JpegMarker.StartOfScan:
                    if (frame is null || ++scans > MaxScans)
                    {
                        throw JpegError.Damaged(frame is null ? "it has no frame header" : $"it has more than {MaxScans} scans");
                    }

                    frame.Allocate(bytes.Length - segments.Position);
                    segments.Position = ReadScan(bytes, segments, frame, tables);
                    if (!frame.IsProgressive && IsComplete(frame))
                    {
                        return JpegRenderer.Render(frame, colorSpace, orientation);
                    }

                    break;
                case JpegMarker.EndOfImage:
                    if (frame is null || !IsComplete(frame))
                    {
                        throw JpegError.Damaged("it ends before all of its components");
                    }

                    JpegRenderer.TransformCoefficients(frame);
                    return JpegRenderer.Render(frame, colorSpace, orientation);
            }
        }
    }

    private static int ReadScan(ReadOnlySpan<byte> bytes, JpegSegmentReader segments, JpegFrame frame, JpegTables tables)
    {
        var scan = JpegScan.Parse(segments.Payload, frame, tables);
        return frame.IsProgressive
            ? new ScanWalker<ProgressiveBlockReader>(bytes, segments.Position, frame, scan, tables.RestartInterval)
                .Walk(new ProgressiveBlockReader(scan))
            : new ScanWalker<SequentialBlockReader>(bytes, segments.Position, frame, scan, tables.RestartInterval)
                .Walk(new SequentialBlockReader());
    }

    private static bool IsComplete(JpegFrame frame) => frame.Components.All(component => component.KnownTo[0] >= 0);
}
