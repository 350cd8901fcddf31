namespace LookoutVision.Remote.Service.Shapes;

/// <summary>Times as the service tells them.</summary>
internal static class WireTime
{
    /// <summary>From seconds since 1970, with or without a fraction; null where none are told.</summary>
    // The service tells milliseconds, and a double has none exactly.
    public static DateTimeOffset? Read(double? seconds) =>
        seconds is >= 0 and < 253402300000 ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds.Value * 1000)) : null;
}
