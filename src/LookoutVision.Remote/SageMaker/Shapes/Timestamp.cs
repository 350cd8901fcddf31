namespace LookoutVision.Remote.SageMaker.Shapes;

/// <summary>Times as SageMaker writes them: seconds since 1970, with a fraction.</summary>
internal static class Timestamp
{
    private const double End = 253402300000;

    public static DateTimeOffset? Of(double? seconds) =>
        seconds is >= 0 and < End ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds.Value * 1000)) : null;
}
