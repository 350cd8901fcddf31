using System.Collections.Concurrent;

namespace LookoutVision.Benchmarks.Server.Load;

/// <summary>What came back, and what should not have.</summary>
internal sealed class LoadReport
{
    private readonly ConcurrentDictionary<(string Client, string Outcome), int> _counts = new();
    private readonly ConcurrentQueue<string> _faults = new();

    public IReadOnlyCollection<string> Faults => _faults;

    public void Count(string client, string outcome) => _counts.AddOrUpdate((client, outcome), 1, (_, n) => n + 1);

    public void Fault(string client, string what)
    {
        Count(client, "FAULT");
        if (_faults.Count < 50)
        {
            _faults.Enqueue($"{client}: {what}");
        }
    }

    /// <summary>Counts an answer; one of the 500s is a fault.</summary>
    public async Task CountAsync(string client, HttpResponseMessage answer, params int[] expected)
    {
        var status = (int)answer.StatusCode;
        Count(client, $"{status}");
        if (status >= 500 || (expected.Length > 0 && !expected.Contains(status)))
        {
            Fault(client, $"{status} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public void Write()
    {
        foreach (var client in _counts.GroupBy(c => c.Key.Client).OrderBy(g => g.Key))
        {
            Console.WriteLine($"{client.Key,-12} {string.Join(", ", client.OrderBy(c => c.Key.Outcome).Select(c => $"{c.Key.Outcome}: {c.Value}"))}");
        }

        foreach (var fault in _faults)
        {
            Console.WriteLine($"FAULT {fault}");
        }
    }
}
