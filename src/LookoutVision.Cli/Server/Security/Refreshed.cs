namespace LookoutVision.Cli.Server.Security;

/// <summary>
/// What files hold, read again while the server runs, by one request at a time and not more often than each so many seconds. What cannot be read
/// changes nothing and is reported.
/// </summary>
internal sealed class Refreshed<T>
    where T : class
{
    private readonly Func<T?, T> _load;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly Action<Exception> _reportFault;
    private readonly Lock _gate = new();
    private volatile T _value;
    private long _looked;

    /// <param name="load">Reads it; is given what was read last, to give back where nothing is new.</param>
    /// <param name="patience">How old it may be.</param>
    /// <param name="time">The time.</param>
    /// <param name="reportFault">Told why it could not be read again.</param>
    /// <exception cref="LookoutVisionException">It cannot be read at all.</exception>
    public Refreshed(Func<T?, T> load, TimeSpan patience, TimeProvider time, Action<Exception> reportFault)
    {
        (_load, _patience, _time, _reportFault) = (load, patience, time, reportFault);
        _looked = time.GetTimestamp();
        _value = load(null);
    }

    public T Current
    {
        get
        {
            if (_time.GetElapsedTime(Interlocked.Read(ref _looked)) >= _patience && _gate.TryEnter())
            {
                Refresh();
            }

            return _value;
        }
    }

    private void Refresh()
    {
        try
        {
            Interlocked.Exchange(ref _looked, _time.GetTimestamp());
            _value = _load(_value);
        }
        catch (LookoutVisionException e)
        {
            _reportFault(e);
        }
        finally
        {
            _gate.Exit();
        }
    }
}
