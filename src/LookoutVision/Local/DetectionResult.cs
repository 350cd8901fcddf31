using System.Diagnostics;
using LookoutVision.Datasets;
using LookoutVision.Engine;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;

namespace LookoutVision.Local;

/// <summary>From the engine's verdict to the service's answer.</summary>
internal static class DetectionResult
{
    private const string BackgroundColor = "#FFFFFF";

    public static DetectAnomalyResult From(
        Detection detection,
        IReadOnlyList<SegmentationLabel> labels,
        ModelReference model,
        string name,
        ImageInfo info,
        Stopwatch watch,
        TimeSpan decoded)
    {
        var mask = labels.Count > 0 ? detection.Mask : null;
        return new()
        {
            Path = name,
            IsAnomalous = detection.IsAnomalous,
            Confidence = detection.Confidence,
            ProjectName = model.ProjectName,
            ModelVersion = model.ModelVersion,
            Width = info.Width,
            Height = info.Height,
            ContentType = info.ContentType,
            Anomalies = mask is null ? null : Measure(mask, labels),
            AnomalyMask = mask is null ? null : Paint(mask, labels),
            Duration = watch.Elapsed,
            DecodeDuration = decoded,
        };
    }

    /// <summary>The area of each type that is there, after the background's, which is always listed.</summary>
    private static List<Anomaly> Measure(LabelMap mask, IReadOnlyList<SegmentationLabel> labels)
    {
        var counts = new int[labels.Count + 1];
        foreach (var c in mask.Classes)
        {
            counts[c]++;
        }

        double total = mask.Classes.Length;
        var anomalies = new List<Anomaly> { new(Anomaly.Background, new(counts[0] / total, BackgroundColor)) };
        for (var i = 0; i < labels.Count; i++)
        {
            if (counts[i + 1] > 0)
            {
                anomalies.Add(new(labels[i].Name, new(counts[i + 1] / total, labels[i].Color.ToUpperInvariant())));
            }
        }

        return anomalies;
    }

    private static byte[] Paint(LabelMap mask, IReadOnlyList<SegmentationLabel> labels)
    {
        var colors = new[] { BackgroundColor }.Concat(labels.Select(l => l.Color))
            .Select(HexColor.Parse)
            .ToArray();
        var pixels = new byte[mask.Classes.Length * 3];
        for (var i = 0; i < mask.Classes.Length; i++)
        {
            var color = colors[mask.Classes[i]];
            pixels[3 * i] = (byte)(color >> 16);
            pixels[(3 * i) + 1] = (byte)(color >> 8);
            pixels[(3 * i) + 2] = (byte)color;
        }

        return PngEncoder.Encode(new(mask.Width, mask.Height, pixels));
    }
}
