using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Service.Model;
using LookoutVision.Service.Validation;

namespace LookoutVision.Cli.Server.Operations;

/// <summary>
/// Remembers for eight hours, and of the last 20,000, what was answered to a request with a client token, so that the same request
/// sent again does nothing again. What is remembered is kept in a file and outlives the server.
/// </summary>
internal sealed class IdempotencyLog
{
    private const int DefaultCapacity = 20_000;
    private static readonly TimeSpan Life = TimeSpan.FromHours(8);

    private readonly IModelHost _models;
    private readonly IdempotencyFile? _file;
    private readonly TimeProvider _time;
    private readonly int _capacity;
    private readonly ConcurrentDictionary<string, Lazy<Task<IdempotencyEntry>>> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<KeyValuePair<string, Lazy<Task<IdempotencyEntry>>>> _answered = new();
    private int _appended;

    /// <param name="models">Tells in what state a model is.</param>
    /// <param name="file">Where it is kept; null: nowhere.</param>
    /// <param name="time">The time.</param>
    /// <param name="capacity">How many answers are remembered.</param>
    public IdempotencyLog(IModelHost models, IdempotencyFile? file, TimeProvider time, int capacity = DefaultCapacity)
    {
        (_models, _file, _time, _capacity) = (models, file, time, capacity);
        var now = time.GetUtcNow();
        foreach (var entry in (file?.Read() ?? []).Where(e => now - e.Time < Life).TakeLast(capacity))
        {
            var kept = new Lazy<Task<IdempotencyEntry>>(Task.FromResult(entry));
            _entries[entry.Key] = kept;
            _answered.Enqueue(new(entry.Key, kept));
        }

        Rewrite();
    }

    /// <summary>The answer to a request: of the one before where it is a repetition, else of the work.</summary>
    /// <param name="operation">What is asked for.</param>
    /// <param name="input">The members of its input.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Gives up. Work that has a token of the client's goes on: whoever asks again waits for its answer.</param>
    /// <exception cref="ValidationException">The token came with other parameters before.</exception>
    public async Task<JsonObject> AnswerAsync(
        ServiceOperation operation, JsonObject input, Func<CancellationToken, Task<JsonObject>> work, CancellationToken cancellationToken)
    {
        if (operation.IdempotencyToken is not { } member || input[member.Name] is not { } token)
        {
            return await work(cancellationToken);
        }

        InputValidator.Require(operation, input);
        Forget();
        var (key, parameters) = ($"{operation} {token}", Fingerprint(operation, input));
        var mine = new Lazy<Task<IdempotencyEntry>>(async () => new(key, parameters, _time.GetUtcNow(), await work(CancellationToken.None)));
        while (true)
        {
            var kept = _entries.GetOrAdd(key, mine);
            var isMine = ReferenceEquals(kept, mine);
            var entry = await (isMine ? KeepAsync(key, kept) : AwaitAsync(key, kept)).WaitAsync(cancellationToken);
            if (entry.Parameters != parameters)
            {
                throw OtherParameters((string)token!);
            }

            if (isMine || await StandsAsync(operation, input))
            {
                return entry.Answer.DeepClone().AsObject();
            }

            _entries.TryRemove(new(key, kept));
        }
    }

    private async Task<IdempotencyEntry> AwaitAsync(string key, Lazy<Task<IdempotencyEntry>> kept)
    {
        try
        {
            return await kept.Value;
        }
        catch
        {
            // What failed may be tried again.
            _entries.TryRemove(new(key, kept));
            throw;
        }
    }

    /// <summary>
    /// Whether what was done still is: scripts that start a model each morning and stop it each evening with one and the same
    /// token mean it each time.
    /// </summary>
    private async Task<bool> StandsAsync(ServiceOperation operation, JsonObject input)
    {
        if (operation.Name is not ("StartModel" or "StopModel"))
        {
            return true;
        }

        var model = new ModelReference((string)input["ProjectName"]!, (string)input["ModelVersion"]!);
        var isHosted = (await _models.DescribeModelAsync(model, CancellationToken.None)).Status == ModelStatus.Hosted;
        return isHosted == (operation.Name == "StartModel");
    }

    private static string Fingerprint(ServiceOperation operation, JsonObject input) => Convert.ToHexString(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(operation.Input.Where(m => !m.IsIdempotencyToken).Select(m => input[m.Name]))));

    private static ValidationException OtherParameters(string token) =>
        new($"The client token '{token}' was used with other parameters within the last {Life.TotalHours:0} hours.")
        {
            RecommendedAction = "Give each request a token of its own, or none.",
        };

    private async Task<IdempotencyEntry> KeepAsync(string key, Lazy<Task<IdempotencyEntry>> kept)
    {
        var entry = await AwaitAsync(key, kept);
        _answered.Enqueue(new(key, kept));
        _file?.Append(entry);
        Forget();

        // A file that is only ever added to would outgrow what it is for.
        if (Interlocked.Increment(ref _appended) >= _capacity)
        {
            Interlocked.Exchange(ref _appended, 0);
            Rewrite();
        }

        return entry;
    }

    private void Forget()
    {
        var now = _time.GetUtcNow();
        while (_answered.TryPeek(out var oldest)
            && (_answered.Count > _capacity || now - oldest.Value.Value.Result.Time >= Life)
            && _answered.TryDequeue(out oldest))
        {
            _entries.TryRemove(oldest);
        }
    }

    private void Rewrite() => _file?.Rewrite(_answered.Select(a => a.Value.Value.Result));
}
