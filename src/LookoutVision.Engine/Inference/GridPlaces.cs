namespace LookoutVision.Engine.Inference;

/// <summary>Where the cells of one grid lie in another that covers the same picture: finer, coarser, or of another shape.</summary>
internal static class GridPlaces
{
    /// <summary>For each row (or column) of a grid of <paramref name="from"/>, the one of <paramref name="to"/> that holds its middle.</summary>
    public static int[] Of(int from, int to) =>
        Enumerable.Range(0, from).Select(i => (int)(((2L * i) + 1) * to / (2L * from))).ToArray();
}
