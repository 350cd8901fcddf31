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
internal sealed class IdempotencyLog
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(8);
    private static readonly TimeSpan BetweenClearings = TimeSpan.FromMinutes(10);

    private readonly IModelHost _models;
    private readonly IdempotencyFile? _file;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Lazy<Task<IdempotencyEntry>>> _entries = new(StringComparer.Ordinal);
    private DateTimeOffset _cleared;

    /// <param name="models">Tells in what state a model is.</param>
    /// <param name="file">Where it is kept; null: nowhere.</param>
    /// <param name="time">The time.</param>
    public IdempotencyLog(IModelHost models, IdempotencyFile? file, TimeProvider time)
    {
        (_models, _file, _time, _cleared) = (models, file, time, time.GetUtcNow());
        var kept = (file?.Read() ?? []).Where(e => _cleared - e.Time < Life).ToList();
        foreach (var entry in kept)
        {
            _entries[entry.Key] = new(Task.FromResult(entry));
        }

        file?.Rewrite(kept);
    }

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
        var mine = new Lazy<Task<IdempotencyEntry>>(async () => new(key, parameters, _time.GetUtcNow(), await work()));
        while (true)
        {
            var kept = _entries.GetOrAdd(key, mine);
            var entry = await AwaitAsync(key, kept);
            if (ReferenceEquals(kept, mine))
            {
                _file?.Append(entry);
            }
            else if (entry.Parameters != parameters)
            {
                throw OtherParameters((string)token!);
            }
            else if (!await StandsAsync(operation, input))
            {
                _entries.TryRemove(new(key, kept));
                continue;
            }

            return entry.Answer.DeepClone().AsObject();
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

    private void Clear()
    {
        var now = _time.GetUtcNow();
        if (now - _cleared < BetweenClearings)
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
