using LookoutVision.Engine;
using LookoutVision.Engine.Imaging;
using LookoutVision.Samples;

namespace LookoutVision.Benchmarks.Engine;

/// <summary>Sample parts to train on, drawn by code.</summary>
internal static class DrawnParts
{
    private const int Width = 768;
    private const int Height = 576;

    private static readonly SampleDefect[] Defects = [.. Enum.GetValues<SampleDefect>().Where(d => d != SampleDefect.None)];

    public static void Draw(string folder, int normal, int anomalous)
    {
        foreach (var name in (string[])["normal", "anomaly", "masks"])
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
        }

        var generator = new SamplePartGenerator(1, Width, Height);
        Parallel.For(0, normal + anomalous, i =>
        {
            var part = generator.Draw(i, i < normal ? SampleDefect.None : Defects[i % Defects.Length]);
            var file = $"{i:00}.png";
            File.WriteAllBytes(Path.Combine(folder, part.Mask is null ? "normal" : "anomaly", file), PngEncoder.Encode(part.Photograph));
            if (part.Mask is { } mask)
            {
                File.WriteAllBytes(Path.Combine(folder, "masks", file), PngEncoder.Encode(Paint(mask)));
            }
        });
    }

    /// <summary>Another scratched part of that size, as a camera would write it.</summary>
    public static byte[] Jpeg()
    {
        using var resource = typeof(DrawnParts).Assembly.GetManifestResourceStream("part.jpg")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>White where there is a defect, black elsewhere.</summary>
    private static RasterImage Paint(LabelMap mask) =>
        new(mask.Width, mask.Height, [.. mask.Classes.SelectMany(c => Enumerable.Repeat(c == 0 ? byte.MinValue : byte.MaxValue, 3))]);
}
