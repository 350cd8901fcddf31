namespace LookoutVision.Samples;

/// <summary>Smooth noise: values -1..1 at whole coordinates, from a hash, blended between them (value noise).</summary>
internal static class Noise
{
    public static float At(int seed, float x, float y)
    {
        var left = (int)MathF.Floor(x);
        var top = (int)MathF.Floor(y);
        var across = Smooth(x - left);
        var down = Smooth(y - top);
        var above = Blend(Hash(seed, left, top), Hash(seed, left + 1, top), across);
        var below = Blend(Hash(seed, left, top + 1), Hash(seed, left + 1, top + 1), across);
        return Blend(above, below, down);
    }

    /// <summary>0 up to <paramref name="from"/>, 1 from <paramref name="to"/> on, smooth between.</summary>
    public static float Step(float from, float to, float value) =>
        Smooth(Math.Clamp((value - from) / (to - from), 0, 1));

    private static float Smooth(float t) => t * t * (3 - (2 * t));

    private static float Blend(float a, float b, float t) => a + ((b - a) * t);

    private static float Hash(int seed, int x, int y)
    {
        unchecked
        {
            var h = (uint)((seed * 374761393) + (x * 668265263) + (y * 1274126177));
            h = (h ^ (h >> 13)) * 1274126177u;
            h = (h ^ (h >> 16)) * 2246822519u;
            return (((h ^ (h >> 15)) & 0xFFFFFF) / 8388608f) - 1;
        }
    }
}
