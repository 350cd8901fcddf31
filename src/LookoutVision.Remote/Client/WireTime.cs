namespace LookoutVision.Remote.Client;

/// <summary>Times as AWS tells them.</summary>
internal static class WireTime
{
    private static readonly double Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>From seconds since 1970, with or without a fraction; null where none are told, or none that there are.</summary>
    // Milliseconds are told, and a double has none exactly.
    public static DateTimeOffset? Read(double? seconds) =>
        seconds >= 0 && seconds < Latest ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds.Value * 1000)) : null;
}
