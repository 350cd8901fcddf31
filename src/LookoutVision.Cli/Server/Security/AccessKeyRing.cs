using LookoutVision.Files;

namespace LookoutVision.Cli.Server.Security;

/// <summary>
/// The access keys that are valid now. The file is read again while the server runs, so a key is added, and another taken
/// away, without a restart. A file that cannot be read as a whole changes nothing.
/// </summary>
internal sealed class AccessKeyRing
{
    public const string IdVariable = "LOOKOUTVISION_ACCESS_KEY_ID";
    public const string SecretVariable = "LOOKOUTVISION_SECRET_ACCESS_KEY";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Func<string> _read;
    private readonly string _name;
    private readonly Refreshed<State> _state;

    /// <exception cref="ValidationException">The keys cannot be read.</exception>
    public AccessKeyRing(Func<string> read, string name, TimeProvider time, Action<Exception> reportFault)
    {
        (_read, _name) = (read, name);
        _state = new(Load, Patience, time, reportFault);
    }

    /// <summary>The file of the keys, where every user of the machine can read it.</summary>
    public string? ExposedFile { get; private init; }

    /// <summary>The keys of a file, else those of the environment; null where neither gives any.</summary>
    public static AccessKeyRing? Find(string? path, TimeProvider time, Action<Exception> reportFault)
    {
        if (path is not null)
        {
            var full = Path.GetFullPath(path);
            return new(() => FileErrors.Guard(full, () => File.ReadAllText(full)), $"'{full}'", time, reportFault)
            {
                ExposedFile = IsExposed(full) ? full : null,
            };
        }

        var id = Environment.GetEnvironmentVariable(IdVariable);
        var secret = Environment.GetEnvironmentVariable(SecretVariable);
        if (string.IsNullOrEmpty(id) && string.IsNullOrEmpty(secret))
        {
            return null;
        }

        var text = $"[environment]\naws_access_key_id = {id}\naws_secret_access_key = {secret}\n";
        return new(() => text, $"{IdVariable} and {SecretVariable}", time, reportFault);
    }

    public AccessKey? Find(string id) => _state.Current.Keys.GetValueOrDefault(id);

    private static bool IsExposed(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & UnixFileMode.OtherRead) != 0;

    private State Load(State? last)
    {
        var text = _read();
        return last?.Text == text ? last : new(text, AccessKeyFile.Parse(text, _name).ToDictionary(k => k.Id, StringComparer.Ordinal));
    }

    private sealed record State(string Text, IReadOnlyDictionary<string, AccessKey> Keys);
}
