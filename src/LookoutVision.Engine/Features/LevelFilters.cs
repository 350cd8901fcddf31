namespace LookoutVision.Engine.Features;

/// <summary>The filters of one pyramid level: 7x7 windows over the Lab channels.</summary>
/// <param name="Weights">Tap by tap, <see cref="Count"/> weights each; taps by row, column, channel.</param>
/// <param name="Means">What each filter answers to the mean patch; subtracted from its responses.</param>
internal sealed record LevelFilters(float[] Weights, float[] Means)
{
    public const int Window = 7;
    public const int Channels = 3;
    public const int Taps = Window * Window * Channels;

    /// <summary>Filters a level.</summary>
    public const int Count = 16;
}
