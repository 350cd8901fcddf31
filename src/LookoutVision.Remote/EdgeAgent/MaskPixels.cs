using LookoutVision.Engine.Imaging;
using LookoutVision.Remote.EdgeAgent.Grpc;

namespace LookoutVision.Remote.EdgeAgent;

/// <summary>Finds the pixels of a mask where the agent put them.</summary>
internal static class MaskPixels
{
    /// <param name="verdict">The agent's answer.</param>
    /// <param name="image">The image that it is about.</param>
    /// <param name="shared">The memory that the agent was given for the mask; null where none was.</param>
    /// <returns>Packed RGB888 of the image's size; null where the model makes no masks.</returns>
    /// <exception cref="GrpcException">The mask is not of the image's size, or lies elsewhere.</exception>
    public static byte[]? Of(Wire.DetectAnomalyResult verdict, RasterImage image, SharedMemory? shared)
    {
        var mask = verdict.AnomalyMask;
        if (mask is not null && mask.DataCase != Wire.Bitmap.DataOneofCase.None && (mask.Width, mask.Height) != (image.Width, image.Height))
        {
            throw Broken($"The mask is of {mask.Width}x{mask.Height} pixels, and the image of {image.Width}x{image.Height}.");
        }

        return mask?.DataCase switch
        {
            Wire.Bitmap.DataOneofCase.ByteData => mask.ByteData.Length == image.Pixels.Length
                ? mask.ByteData.ToByteArray()
                : throw Broken($"The mask has {mask.ByteData.Length} bytes, and not three for each pixel."),
            Wire.Bitmap.DataOneofCase.SharedMemoryHandle => Read(mask.SharedMemoryHandle, shared, image.Pixels.Length),
            // A model that makes masks names at least the background.
            _ => shared is not null && verdict.Anomalies.Count > 0 ? Read(shared.Handle, shared, image.Pixels.Length) : null,
        };
    }

    private static byte[] Read(Wire.SharedMemoryHandle told, SharedMemory? shared, int length)
    {
        if (shared is null || told.Name.TrimStart('/') != shared.Handle.Name.TrimStart('/'))
        {
            throw Broken($"The mask is said to be in the shared memory '{told.Name}', which it was not to be written to.");
        }

        if (told.Offset != 0 || told.Size != (ulong)length)
        {
            throw Broken($"The mask is said to have {told.Size} bytes from byte {told.Offset} on, and not three for each pixel.");
        }

        var pixels = new byte[length];
        shared.Read(pixels);
        return pixels;
    }

    private static GrpcException Broken(string message) => new(StatusCode.DataLoss, message);
}
