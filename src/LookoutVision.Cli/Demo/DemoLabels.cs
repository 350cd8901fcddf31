using System.Text.Json;
using LookoutVision.Engine;
using LookoutVision.Engine.Imaging;
using LookoutVision.Samples;

namespace LookoutVision.Cli.Demo;

/// <summary>The defects' names and their colours in masks, which are the service's first three.</summary>
internal static class DemoLabels
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Dictionary<SampleDefect, (string Name, string Color)> Labels = new()
    {
        [SampleDefect.Scratch] = ("scratch", "#23A436"),
        [SampleDefect.Stain] = ("stain", "#14A3B3"),
        [SampleDefect.Chip] = ("chip", "#F76902"),
    };

    public static string NameOf(SampleDefect defect) => defect == SampleDefect.None ? "normal" : Labels[defect].Name;

    /// <summary>Writes the file beside the masks that says what their colours mean.</summary>
    public static void Write(string path) =>
        File.WriteAllText(path, JsonSerializer.Serialize(Labels.Values.ToDictionary(l => l.Color, l => l.Name), Indented));

    /// <summary>The mask as a picture: white, and each defect in its colour.</summary>
    public static RasterImage Paint(LabelMap mask)
    {
        var pixels = new byte[3 * mask.Classes.Length];
        Array.Fill(pixels, (byte)255);
        for (var i = 0; i < mask.Classes.Length; i++)
        {
            if (mask.Classes[i] != 0)
            {
                Convert.FromHexString(Labels[(SampleDefect)mask.Classes[i]].Color[1..]).CopyTo(pixels, 3 * i);
            }
        }

        return new RasterImage(mask.Width, mask.Height, pixels);
    }
}
