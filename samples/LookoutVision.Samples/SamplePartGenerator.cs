using System.Numerics;
using LookoutVision.Engine;
using LookoutVision.Engine.Imaging;
using LookoutVision.Samples.Flaws;

namespace LookoutVision.Samples;

/// <summary>
/// Draws photographs of one kind of part, a turned flange with six bolt holes, each in a slightly different place,
/// light and grain. The same seed, size and number give the same picture.
/// </summary>
/// <param name="seed">Which family of pictures.</param>
/// <param name="width">Pixels a row, at least <paramref name="height"/>.</param>
/// <param name="height">Rows, at least 64.</param>
public sealed class SamplePartGenerator(int seed, int width, int height)
{
    private const float SensorNoise = 2.2f;

    /// <summary>Draws the part of that number. With and without a defect the pictures differ in the defect alone.</summary>
    public SamplePart Draw(int number, SampleDefect defect)
    {
        var random = new Random(Mix(seed, number));
        var camera = new Camera(random, width, height);
        var grain = random.Next();
        var noise = new Random(random.Next());
        var flaw = Flaw.Create(defect, random);
        var flange = new Flange(grain, flaw);
        var pixels = new byte[width * height * 3];
        var classes = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var point = camera.ToPart(x, y);
                var colour = camera.Expose(flange.ColourAt(point, camera.Pixel), x, y);
                var index = (y * width) + x;
                Write(colour, noise, pixels.AsSpan(3 * index, 3));
                classes[index] = flaw is not null && flaw.Covers(point) ? (byte)defect : (byte)0;
            }
        }

        var mask = flaw is null ? null : new LabelMap(width, height, classes);
        return new SamplePart(new RasterImage(width, height, pixels), defect, mask);
    }

    private static void Write(Vector3 colour, Random noise, Span<byte> pixel)
    {
        for (var channel = 0; channel < 3; channel++)
        {
            pixel[channel] = (byte)Math.Clamp(MathF.Round(colour[channel] + (SensorNoise * Gaussian(noise))), 0, 255);
        }
    }

    // Neighbouring seeds give neighbouring first numbers, and so defects in one place: scatter them.
    private static int Mix(int seed, int number)
    {
        unchecked
        {
            var hash = ((uint)seed * 2654435761u) ^ ((uint)number * 2246822519u);
            hash = (hash ^ (hash >> 15)) * 3266489917u;
            return (int)(hash ^ (hash >> 16));
        }
    }

    // Twelve uniform numbers less six are close to normally distributed.
    private static float Gaussian(Random random)
    {
        var sum = -6f;
        for (var i = 0; i < 12; i++)
        {
            sum += random.NextSingle();
        }

        return sum;
    }
}
