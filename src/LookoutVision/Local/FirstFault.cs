using System.Runtime.ExceptionServices;

namespace LookoutVision.Local;

/// <summary>Lets a list go on past what cannot be read: one damaged project does not hide the others.</summary>
internal sealed class FirstFault
{
    private ExceptionDispatchInfo? _fault;

    /// <summary>What is read, or null where it cannot be.</summary>
    public T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InternalServerException or AccessDeniedException)
        {
            _fault ??= ExceptionDispatchInfo.Capture(e);
            return null;
        }
    }

    /// <summary>Tells of the first one at the list's end.</summary>
    public void ThrowIfAny() => _fault?.Throw();
}
