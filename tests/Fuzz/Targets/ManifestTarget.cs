using System.Text;
using System.Text.Json;
using LookoutVision.Datasets;

namespace LookoutVision.Fuzz.Targets;

/// <summary>Manifests: JSON Lines of the service.</summary>
internal sealed class ManifestTarget : IFuzzTarget
{
    public string Name => "manifest";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        Encoding.UTF8.GetBytes(
            """
            {"source-ref":"s3://bucket/a.jpg","anomaly-label":1,"anomaly-label-metadata":{"class-name":"anomaly","type":"groundtruth/image-classification","confidence":1,"human-annotated":"yes","creation-date":"2021-08-06T00:00:00","job-name":"j"}}
            {"source-ref":"b c.png","anomaly-label":0,"anomaly-label-metadata":{"class-name":"normal","type":"groundtruth/image-classification"}}
            """),
        Encoding.UTF8.GetBytes(
            """
            {"source-ref":"s3://bucket/c.jpg","anomaly-label":1,"anomaly-label-metadata":{"class-name":"anomaly","type":"groundtruth/image-classification"},"anomaly-mask-ref":"s3://bucket/c.png","anomaly-mask-ref-metadata":{"internal-color-map":{"0":{"class-name":"BACKGROUND","hex-color":"#ffffff","confidence":0.0},"1":{"class-name":"scratch","hex-color":"#2ca02c","confidence":0.0}},"type":"groundtruth/semantic-segmentation"}}
            """),
        Encoding.UTF8.GetBytes("""{"source-ref":"\ud83d\udd29.jpg","group":"1","Expected Label":"normal","x-metadata":{"class-name":"normal"}}"""),
    ];

    public void Mend(byte[] input)
    {
        // Text has no checksum.
    }

    public bool Refuses(byte[] input)
    {
        // No image that a manifest names is there, so that looking for them never succeeds.
        IsRefused(input, ManifestReader.InFolder(Path.GetTempPath()));
        return IsRefused(input, ManifestLine.Read);
    }

    private static bool IsRefused(byte[] input, Func<JsonElement, DatasetEntry> read)
    {
        using var stream = new MemoryStream(input);
        try
        {
            ManifestReader.Read(stream, "fuzz.manifest", read);
            return false;
        }
        catch (LookoutVisionException)
        {
            return true;
        }
    }
}
