using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Support;

/// <summary>
/// A small part as a camera would see it: a grey plate with two holes before a dark table, a little noise, each one a little different.
/// A defective one has a dark red stain (class 1) or a bright green spill (class 2).
/// </summary>
internal sealed class DrawnPart
{
    public const int Width = 64;
    public const int Height = 56;

    private DrawnPart(RasterImage image, LabelMap mask)
    {
        Image = image;
        Mask = mask;
    }

    public RasterImage Image { get; }

    public LabelMap Mask { get; }

    public static IReadOnlyList<SegmentationLabel> Labels { get; } = [new("stain", "#FF0000"), new("spill", "#00FF00")];

    /// <param name="number">Of the part; the same number draws the same picture.</param>
    /// <param name="defect">0 for a normal part, else the class of its defect.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    public static DrawnPart Draw(int number, byte defect = 0, int width = Width, int height = Height)
    {
        var random = new Random(number);
        var tone = 150 + random.Next(12);
        var (side, left, top) = (height * 3 / 5, random.Next(width / 8, width * 2 / 5), random.Next(height / 8, height / 3));
        var pixels = new byte[width * height * 3];
        var classes = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = (y * width) + x;
                var level = IsPlate(x, y, width, height) ? tone + (30 * x / width) : 30;
                var stained = defect > 0 && x >= left && x < left + side && y >= top && y < top + side;
                classes[at] = stained ? defect : (byte)0;
                var (red, green, blue) = (stained, defect) switch
                {
                    (false, _) => (level, level, level + 10),
                    (true, 1) => (90, 25, 25),
                    _ => (70, 230, 80),
                };
                pixels[3 * at] = (byte)(red + random.Next(8));
                pixels[(3 * at) + 1] = (byte)(green + random.Next(8));
                pixels[(3 * at) + 2] = (byte)(blue + random.Next(8));
            }
        }

        return new DrawnPart(new RasterImage(width, height, pixels), new LabelMap(width, height, classes));
    }

    /// <summary>A sample of the part of that number.</summary>
    public static TrainingSample Sample(int number, byte defect = 0, bool masked = false)
    {
        var part = Draw(number, defect);
        return new TrainingSample
        {
            Name = $"part{number}.png",
            IsAnomalous = defect > 0,
            LoadImage = () => part.Image,
            LoadMask = masked ? () => part.Mask : null,
        };
    }

    private static bool IsPlate(int x, int y, int width, int height)
    {
        bool Hole(int left) => Math.Pow(x - left, 2) + Math.Pow(y - (height / 2), 2) < Math.Pow(height / 10.0, 2);
        return x >= width / 12 && x < width - (width / 12) && y >= height / 8 && y < height - (height / 8)
            && !Hole(width / 4) && !Hole(3 * width / 4);
    }
}
