using LookoutVision.Datasets;

namespace LookoutVision.Testing;

/// <summary>Small parts that are quick to learn: a grey plate with a bright disc, defective ones with a dark scratch.</summary>
internal static class SampleParts
{
    public const int Width = 80;
    public const int Height = 64;
    public const int Normals = 10;
    public const int Anomalies = 5;

    private const int Green = 0x23A436;

    public static byte[] Draw(int seed, bool isAnomalous) => Part(seed, isAnomalous).ToPng();

    /// <summary>The mask of an anomalous part.</summary>
    public static byte[] DrawMask(int seed) => Scratch(new(Width, Height), seed, Green).ToPng();

    /// <summary>Writes normal and anomalous parts and the masks of the latter below a folder.</summary>
    public static Dataset Write(TempFolder folder, string name, int normals = Normals, int anomalies = Anomalies, bool masks = true)
    {
        for (var i = 0; i < normals; i++)
        {
            folder.Write($"{name}/normal/{i:00}.png", Draw(i, isAnomalous: false));
        }

        for (var i = 0; i < anomalies; i++)
        {
            folder.Write($"{name}/anomaly/{i:00}.png", Draw(100 + i, isAnomalous: true));
            if (masks)
            {
                folder.Write($"{name}/masks/{i:00}.png", DrawMask(100 + i));
            }
        }

        return DatasetReader.FromFolder(folder.PathOf(name));
    }

    private static Picture Part(int seed, bool isAnomalous)
    {
        var random = new Random(seed);
        var picture = new Picture(Width, Height, 0x808080);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var isDisc = ((x - 40) * (x - 40)) + ((y - 32) * (y - 32)) < 400;
                var grey = (isDisc ? 190 : 110) + random.Next(-12, 13);
                picture.Rectangle(x, y, 1, 1, grey * 0x010101);
            }
        }

        return isAnomalous ? Scratch(picture, seed, 0x202020) : picture;
    }

    private static Picture Scratch(Picture picture, int seed, int color)
    {
        var random = new Random(seed);
        return picture.Rectangle(25 + random.Next(20), 20 + random.Next(15), 10, 6, color);
    }
}
