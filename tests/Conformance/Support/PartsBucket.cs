using LookoutVision.Testing;

namespace LookoutVision.Conformance.Support;

/// <summary>A folder with a store and a bucket of labelled parts, as a user of the service has them.</summary>
internal sealed class PartsBucket : IDisposable
{
    public const string Name = "factory-images";
    public const string ManifestKey = "manifests/train.manifest";

    public PartsBucket()
    {
        var lines = new List<string>();
        for (var i = 0; i < SampleParts.Normals + SampleParts.Anomalies; i++)
        {
            var isAnomalous = i >= SampleParts.Normals;
            var label = isAnomalous ? "anomaly" : "normal";
            Folder.Write($"buckets/{Name}/{label}/{i:00}.png", SampleParts.Draw(i, isAnomalous));
            lines.Add($$$"""
                {"source-ref":"s3://{{{Name}}}/{{{label}}}/{{{i:00}}}.png","auto-label":{{{(isAnomalous ? 0 : 1)}}},"auto-label-metadata":{"confidence":1,"job-name":"labeling-job/auto-label","class-name":"{{{label}}}","human-annotated":"yes","creation-date":"2020-11-10T03:37:09.600","type":"groundtruth/image-classification"}{{{Mask(i, isAnomalous)}}}}
                """.Trim());
        }

        Folder.Write($"buckets/{Name}/{ManifestKey}", string.Join('\n', lines));
        Image = Folder.Write("new-part.png", SampleParts.Draw(777, isAnomalous: true));
    }

    public TempFolder Folder { get; } = new();

    /// <summary>A photograph to judge; it is in no bucket.</summary>
    public string Image { get; }

    public string PathOf(string key) => Folder.PathOf("buckets", Name, key);

    public void Dispose() => Folder.Dispose();

    private string Mask(int seed, bool isAnomalous)
    {
        if (!isAnomalous)
        {
            return "";
        }

        Folder.Write($"buckets/{Name}/masks/{seed:00}.png", SampleParts.DrawMask(seed));
        return $$$"""
            ,"anomaly-mask-ref":"s3://{{{Name}}}/masks/{{{seed:00}}}.png","anomaly-mask-ref-metadata":{"internal-color-map":{"0":{"class-name":"BACKGROUND","hex-color":"#ffffff","confidence":0.0},"1":{"class-name":"scratch","hex-color":"#23a436","confidence":0.0}},"type":"groundtruth/semantic-segmentation","human-annotated":"yes","creation-date":"2021-11-23T20:31:57.758889","job-name":"labeling-job/masks"}
            """.Trim();
    }
}
