using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Samples;

namespace LookoutVision.Cli.Demo;

/// <summary>Writes a manifest as the service reads them: one JSON line an image, paths relative to the file.</summary>
internal static class DemoManifest
{
    public static void Write(string path, IEnumerable<DemoImage> images) =>
        File.WriteAllLines(path, images.Select(i => Line(Path.GetDirectoryName(path)!, i).ToJsonString(JsonSerializerOptions.Default)));

    private static JsonObject Line(string folder, DemoImage image)
    {
        var isAnomalous = image.Defect != SampleDefect.None;
        var line = new JsonObject
        {
            ["source-ref"] = Relative(folder, image.Path),
            ["anomaly-label"] = isAnomalous ? 1 : 0,
            ["anomaly-label-metadata"] = new JsonObject
            {
                ["confidence"] = 1,
                ["class-name"] = isAnomalous ? "anomaly" : "normal",
                ["human-annotated"] = "no",
                ["creation-date"] = "2026-01-01T00:00:00",
                ["type"] = "groundtruth/image-classification",
            },
        };
        if (isAnomalous)
        {
            line["anomaly-mask-ref"] = $"masks/{Path.GetFileName(image.Path)}";
            line["anomaly-mask-ref-metadata"] = new JsonObject
            {
                ["internal-color-map"] = new JsonObject
                {
                    ["0"] = Class("BACKGROUND", "#FFFFFF"),
                    ["1"] = Class(DemoLabels.NameOf(image.Defect), DemoLabels.ColorOf(image.Defect)),
                },
                ["human-annotated"] = "no",
                ["creation-date"] = "2026-01-01T00:00:00",
                ["type"] = "groundtruth/semantic-segmentation",
            };
        }

        return line;
    }

    private static JsonObject Class(string name, string color) =>
        new() { ["class-name"] = name, ["hex-color"] = color, ["confidence"] = 0 };

    private static string Relative(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
