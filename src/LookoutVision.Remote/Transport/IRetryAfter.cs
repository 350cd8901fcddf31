namespace LookoutVision.Remote.Transport;

/// <summary>An error by which the server may ask to wait.</summary>
internal interface IRetryAfter
{
    /// <summary>How long; null where it does not say.</summary>
    TimeSpan? RetryAfter { get; }
}
