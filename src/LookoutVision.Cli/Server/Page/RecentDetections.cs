using LookoutVision.Cli.Server.Metrics;

namespace LookoutVision.Cli.Server.Page;

/// <summary>The last detections and how many there were each day, since the server started.</summary>
internal sealed class RecentDetections
{
    private const int MostKept = 50;
    private const int DaysKept = 31;

    private readonly Queue<RecentDetection> _recent = new();
    private readonly SortedDictionary<DateOnly, DayCount> _days = [];
    private readonly Lock _gate = new();

    public void Record(RequestRecord request)
    {
        if (request is not { Operation: RequestRecord.DetectAnomalies, Model: { } model, StatusCode: 200 or 400 })
        {
            return;
        }

        lock (_gate)
        {
            Count(DateOnly.FromDateTime(request.Time.UtcDateTime), request.Result);
            if (request.Result is { } result)
            {
                _recent.Enqueue(RecentDetection.Of(request, model, result));
                while (_recent.Count > MostKept)
                {
                    _recent.Dequeue();
                }
            }
        }
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<RecentDetection> Recent()
    {
        lock (_gate)
        {
            return [.. _recent.Reverse()];
        }
    }

    /// <summary>The days on which there were any, the oldest first.</summary>
    public IReadOnlyList<DayCount> Days()
    {
        lock (_gate)
        {
            return [.. _days.Values];
        }
    }

    private void Count(DateOnly date, DetectAnomalyResult? result)
    {
        var day = _days.GetValueOrDefault(date) ?? new DayCount(date, 0, 0, 0);
        _days[date] = result?.IsAnomalous switch
        {
            true => day with { Anomalous = day.Anomalous + 1 },
            false => day with { Normal = day.Normal + 1 },
            null => day with { Invalid = day.Invalid + 1 },
        };
        if (_days.Count > DaysKept)
        {
            _days.Remove(_days.Keys.First());
        }
    }
}
