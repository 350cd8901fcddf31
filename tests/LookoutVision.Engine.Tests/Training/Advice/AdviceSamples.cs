using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Training;
using LookoutVision.Engine.Training.Advice;

namespace LookoutVision.Engine.Tests.Training.Advice;

/// <summary>Photographs of parts that all differ, as sharp and as light as each other, to spoil in one way at a time.</summary>
internal static class AdviceSamples
{
    private const int Side = 96;
    private const int Patch = 6;

    /// <summary>Of a number of normal and anomalous parts, named as a camera would.</summary>
    public static TrainingSample[] Clean(int normal = 20, int anomalous = 10) =>
    [
        .. Enumerable.Range(0, normal).Select(i => Sample($"/parts/normal/{i}.png", Part(i))),
        .. Enumerable.Range(0, anomalous).Select(i => Sample($"/parts/anomaly/{i}.png", Part(1000 + i)) with { IsAnomalous = true }),
    ];

    public static TrainingSample Sample(string name, RasterImage image) =>
        new() { Name = name, IsAnomalous = name.Contains("anomaly", StringComparison.Ordinal), LoadImage = () => image };

    /// <summary>A part of its own: coarse texture and a little noise.</summary>
    /// <param name="seed">Of the part.</param>
    /// <param name="light">Added to every pixel.</param>
    /// <param name="shot">Another shot of the same part has other noise.</param>
    public static RasterImage Part(int seed, int light = 0, int shot = 0)
    {
        var texture = new Random(seed);
        var patches = Enumerable.Range(0, Side * Side / Patch / Patch).Select(_ => texture.Next(60, 160)).ToArray();
        var noise = new Random(HashCode.Combine(seed, shot));
        return Draw((x, y) => patches[(y / Patch * (Side / Patch)) + (x / Patch)] + light + noise.Next(-4, 5));
    }

    /// <summary>Each pixel the mean of 9x9.</summary>
    public static RasterImage Blurred(RasterImage image) => Draw((x, y) =>
    {
        var sum = 0;
        for (var v = -4; v <= 4; v++)
        {
            for (var u = -4; u <= 4; u++)
            {
                sum += image.Pixels[3 * ((Math.Clamp(y + v, 0, Side - 1) * Side) + Math.Clamp(x + u, 0, Side - 1))];
            }
        }

        return sum / 81;
    });

    public static LabelMap Mask(int marked) =>
        new(Side, Side, [.. Enumerable.Range(0, Side * Side).Select(i => (byte)(i < marked ? 1 : 0))]);

    public static IReadOnlyList<TrainingAdvice> Check(
        IEnumerable<TrainingSample> samples, IEnumerable<TrainingSample>? test = null, TrainingOptions? options = null) =>
        DatasetCheck.Run([.. samples], [.. test ?? []], options ?? new TrainingOptions(), CancellationToken.None);

    private static RasterImage Draw(Func<int, int, int> grey)
    {
        var pixels = new byte[Side * Side * 3];
        for (var i = 0; i < Side * Side; i++)
        {
            pixels[3 * i] = pixels[(3 * i) + 1] = pixels[(3 * i) + 2] = (byte)Math.Clamp(grey(i % Side, i / Side), 0, 255);
        }

        return new RasterImage(Side, Side, pixels);
    }
}
