using System.Text.RegularExpressions;

namespace LookoutVision.Cli.Server.Security;

/// <summary>
/// Reads access keys as AWS's tools keep them (<c>~/.aws/credentials</c>): a section for each client, with
/// <c>aws_access_key_id</c> and <c>aws_secret_access_key</c>. What a client gets is the section as it stands.
/// </summary>
internal static partial class AccessKeyFile
{
    /// <summary>Below this a secret can be guessed from one recorded request.</summary>
    public const int MinSecretLength = 20;

    /// <exception cref="ValidationException">A line is not understood, or a key is weak or incomplete. No message holds a secret.</exception>
    public static IReadOnlyList<AccessKey> Parse(string text, string name)
    {
        var keys = new List<AccessKey>();
        string? owner = null, id = null, secret = null;
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line is ['[', .. var section, ']'])
            {
                Finish();
                (owner, id, secret) = (section.Trim(), null, null);
                continue;
            }

            switch (line.Split('=', 2, StringSplitOptions.TrimEntries))
            {
                case ["aws_access_key_id", var value] when owner is not null && id is null:
                    id = value;
                    break;
                case ["aws_secret_access_key", var value] when owner is not null && secret is null:
                    secret = value;
                    break;
                case ["aws_session_token", _]:
                    throw Fault($"line {number} gives a session token, which the server cannot check", "Leave it out, and use keys made for this server.");
                default:
                    throw Fault(
                        $"line {number} is not understood",
                        "Write '[name]', then 'aws_access_key_id = ...' and 'aws_secret_access_key = ...', as in ~/.aws/credentials.");
            }
        }

        Finish();
        return keys.Count > 0 ? keys : throw Fault("holds no key", "Add one, or run on loopback without keys.");

        void Finish()
        {
            if (owner is not null)
            {
                keys.Add(Check(new(id ?? "", secret ?? "", owner)));
            }
        }

        AccessKey Check(AccessKey key)
        {
            if (!Identifier().IsMatch(key.Id))
            {
                throw Fault($"[{key.Owner}] has no aws_access_key_id of 4 to 128 letters, digits and '_'", "Give it one, such as AKLINE1CAMERA.");
            }

            if (key.Secret.Length < MinSecretLength)
            {
                throw Fault(
                    $"[{key.Owner}] has an aws_secret_access_key of fewer than {MinSecretLength} characters",
                    "Make one with 'openssl rand -base64 30'.");
            }

            return keys.All(k => k.Id != key.Id)
                ? key
                : throw Fault($"[{key.Owner}] has an aws_access_key_id that another section has too", "Give each section an identifier of its own.");
        }

        ValidationException Fault(string reason, string action) =>
            new($"The access keys of {name}: {reason}.") { ResourceId = name, RecommendedAction = action };
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_]{4,128}\z")]
    private static partial Regex Identifier();
}
