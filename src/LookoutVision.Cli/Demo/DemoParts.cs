using LookoutVision.Engine.Imaging;
using LookoutVision.Samples;

namespace LookoutVision.Cli.Demo;

/// <summary>Draws parts into folders laid out as for training: <c>normal</c>, <c>anomaly</c>, <c>masks</c>.</summary>
internal static class DemoParts
{
    private static readonly SampleDefect[] Defects = [.. Enum.GetValues<SampleDefect>().Where(d => d != SampleDefect.None)];

    /// <summary>Draws good parts, then defective ones whose defects take turns. Another seed gives other parts.</summary>
    public static IReadOnlyList<DemoImage> Draw(string folder, int seed, int normal, int anomalous, DemoSettings settings)
    {
        foreach (var name in (string[])["normal", "anomaly", "masks"])
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
        }

        DemoLabels.Write(Path.Combine(folder, "masks", "labels.json"));
        var generator = new SamplePartGenerator(seed, settings.Width, settings.Height);
        var images = new DemoImage[normal + anomalous];
        Parallel.For(0, images.Length, i =>
        {
            var defect = i < normal ? SampleDefect.None : Defects[(i - normal) % Defects.Length];
            var name = i < normal ? $"normal-{i + 1:00}.png" : $"anomaly-{i - normal + 1:00}.png";
            var part = generator.Draw(i, defect);
            images[i] = new DemoImage(Path.Combine(folder, part.Mask is null ? "normal" : "anomaly", name), defect);
            File.WriteAllBytes(images[i].Path, PngEncoder.Encode(part.Photograph));
            if (part.Mask is { } mask)
            {
                File.WriteAllBytes(Path.Combine(folder, "masks", name), PngEncoder.Encode(DemoLabels.Paint(mask)));
            }
        });
        return images;
    }
}
