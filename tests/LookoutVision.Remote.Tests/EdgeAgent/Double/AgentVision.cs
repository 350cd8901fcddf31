using Google.Protobuf;
using LookoutVision.Remote.EdgeAgent.Wire;
using AgentStatus = LookoutVision.Remote.EdgeAgent.Wire.ModelStatus;

namespace LookoutVision.Remote.Tests.EdgeAgent.Double;

/// <summary>What the double's models see: red is a defect, which it marks green on white.</summary>
internal static class AgentVision
{
    private static readonly byte[] Mark = [0x23, 0xA4, 0x36];

    public static LookoutVision.Remote.EdgeAgent.Wire.DetectAnomalyResult Judge(DetectAnomaliesRequest request, AgentModels models)
    {
        if (models.StateOf(request.ModelComponent) != AgentStatus.Running)
        {
            throw new AgentException(9, "The model is not running.");
        }

        var image = request.Bitmap;
        var pixels = image.DataCase == Bitmap.DataOneofCase.SharedMemoryHandle ? Open(image.SharedMemoryHandle) : image.ByteData.ToByteArray();
        if (pixels.Length != image.Width * image.Height * 3)
        {
            throw new AgentException(3, "The bitmap is not width x height x 3 bytes.");
        }

        var (mask, area) = Look(pixels);
        var result = new LookoutVision.Remote.EdgeAgent.Wire.DetectAnomalyResult { IsAnomalous = area > 0, Confidence = 0.98f };
        if (request.ModelComponent == "classifier")
        {
            return result;
        }

        result.Anomalies.Add(new LookoutVision.Remote.EdgeAgent.Wire.Anomaly
        {
            Name = "background",
            PixelAnomaly = new() { TotalPercentageArea = 1 - area, HexColor = "#ffffff" },
        });
        if (area > 0)
        {
            result.Anomalies.Add(new LookoutVision.Remote.EdgeAgent.Wire.Anomaly
            {
                Name = "stain",
                PixelAnomaly = new() { TotalPercentageArea = area, HexColor = "#23a436" },
            });
        }

        // Old clients have the handle in the other field.
        var handle = request.AnomalyMaskParams?.SharedMemoryHandle ?? request.AnomalyMaskParams?.SampleSharedMemoryHandle;
        if (handle is null)
        {
            result.AnomalyMask = new() { Width = image.Width, Height = image.Height, ByteData = ByteString.CopyFrom(mask) };
        }
        else
        {
            using var file = new FileStream("/dev/shm" + handle.Name, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            file.Position = (long)handle.Offset;
            file.Write(mask);
        }

        return result;
    }

    private static (byte[] Mask, float Area) Look(byte[] pixels)
    {
        var mask = new byte[pixels.Length];
        var red = 0;
        for (var i = 0; i < pixels.Length; i += 3)
        {
            var isRed = pixels[i] > 200 && pixels[i + 1] < 80 && pixels[i + 2] < 80;
            red += isRed ? 1 : 0;
            for (var c = 0; c < 3; c++)
            {
                mask[i + c] = isRed ? Mark[c] : (byte)255;
            }
        }

        return (mask, red * 3f / pixels.Length);
    }

    private static byte[] Open(SharedMemoryHandle handle)
    {
        using var file = new FileStream("/dev/shm" + handle.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = (long)handle.Offset;
        var bytes = new byte[handle.Size];
        file.ReadExactly(bytes);
        return bytes;
    }
}
