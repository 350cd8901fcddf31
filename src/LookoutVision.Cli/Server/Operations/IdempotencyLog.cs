using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Service.Model;
using LookoutVision.Service.Validation;

namespace LookoutVision.Cli.Server.Operations;

/// <summary>
/// Remembers for eight hours what was answered to a request with a client token, so that the same request sent again does
/// nothing again. What is remembered is kept in a file and outlives the server.
/// </summary>
internal sealed class IdempotencyLog(IdempotencyFile? file, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(8);

    private readonly ConcurrentDictionary<string, Lazy<Task<IdempotencyEntry>>> _entries = new(
        (file?.Read() ?? []).Where(e => time.GetUtcNow() - e.Time < Life)
            .DistinctBy(e => e.Key).Select(e => KeyValuePair.Create(e.Key, new Lazy<Task<IdempotencyEntry>>(Task.FromResult(e)))));

    private DateTimeOffset _cleared = time.GetUtcNow();

    /// <summary>The answer to a request: of the one before where it is a repetition, else of the work.</summary>
    /// <exception cref="ValidationException">The token came with other parameters before.</exception>
    public async Task<JsonObject> AnswerAsync(ServiceOperation operation, JsonObject input, Func<Task<JsonObject>> work)
    {
        if (operation.IdempotencyToken is not { } member || input[member.Name] is not { } token)
        {
            return await work();
        }

        InputValidator.Require(operation, input);
        Clear();
        var (key, parameters) = ($"{operation} {token}", Fingerprint(operation, input));
        var mine = new Lazy<Task<IdempotencyEntry>>(async () => new(key, parameters, time.GetUtcNow(), await work()));
        var kept = _entries.GetOrAdd(key, mine);
        try
        {
            var entry = await kept.Value;
            if (entry.Parameters != parameters)
            {
                throw OtherParameters((string)token!);
            }

            if (ReferenceEquals(kept, mine))
            {
                file?.Append(entry);
            }

            return entry.Answer.DeepClone().AsObject();
        }
        catch when (kept.Value.IsFaulted || kept.Value.IsCanceled)
        {
            // What failed may be tried again.
            _entries.TryRemove(new(key, kept));
            throw;
        }
    }

    private static string Fingerprint(ServiceOperation operation, JsonObject input) => Convert.ToHexString(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(operation.Input.Where(m => !m.IsIdempotencyToken).Select(m => input[m.Name]))));

    private static ValidationException OtherParameters(string token) =>
        new($"The client token '{token}' was used with other parameters within the last {Life.TotalHours:0} hours.")
        {
            RecommendedAction = "Give each request a token of its own, or none.",
        };

    private void Clear()
    {
        var now = time.GetUtcNow();
        if (now - _cleared < TimeSpan.FromMinutes(10))
        {
            return;
        }

        _cleared = now;
        foreach (var (key, entry) in _entries)
        {
            if (entry is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && now - entry.Value.Result.Time >= Life)
            {
                _entries.TryRemove(new(key, entry));
            }
        }
    }
}
