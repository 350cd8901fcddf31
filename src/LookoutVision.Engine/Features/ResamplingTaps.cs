namespace LookoutVision.Engine.Features;

/// <summary>
/// Along one axis, the source positions that make each target position and their weights, which sum to 1:
/// the mean over the area a target pixel covers, or where that is less than a source pixel, between two neighbours.
/// </summary>
internal sealed class ResamplingTaps
{
    public ResamplingTaps(int source, int target)
    {
        Start = new int[target + 1];
        var index = new List<int>();
        var weight = new List<float>();
        var scale = (double)source / target;
        var half = Math.Max(scale, 1) / 2;
        for (var t = 0; t < target; t++)
        {
            var centre = (t + 0.5) * scale;
            var from = Math.Max(0, (int)Math.Floor(centre - half));
            var to = Math.Min(source, (int)Math.Ceiling(centre + half));
            var total = Math.Min(source, centre + half) - Math.Max(0, centre - half);
            for (var s = from; s < to; s++)
            {
                index.Add(s);
                weight.Add((float)((Math.Min(s + 1, centre + half) - Math.Max(s, centre - half)) / total));
            }

            Start[t + 1] = index.Count;
        }

        Index = [.. index];
        Weight = [.. weight];
    }

    /// <summary>The taps of target t are Start[t] .. Start[t + 1] - 1.</summary>
    public int[] Start { get; }

    public int[] Index { get; }

    public float[] Weight { get; }
}
