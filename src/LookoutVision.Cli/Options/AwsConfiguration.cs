namespace LookoutVision.Cli.Options;

/// <summary>What AWS's configuration says of this command: how answers are written.</summary>
internal static class AwsConfiguration
{
    /// <summary>The output format of the environment, else of the profile; null where none is set.</summary>
    /// <param name="profile">The profile named by an option; null: that of the environment, else the default one.</param>
    public static string? Output(string? profile) => Variable("AWS_DEFAULT_OUTPUT")
        ?? Read("output", profile ?? Variable("AWS_PROFILE") ?? Variable("AWS_DEFAULT_PROFILE") ?? "default");

    private static string? Read(string key, string profile)
    {
        var file = Variable("AWS_CONFIG_FILE")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", "config");
        string[] lines;
        try
        {
            lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Credentials may come from elsewhere; who needs the file will say so.
            return null;
        }

        var isMeant = false;
        foreach (var line in lines.Select(l => l.Trim()))
        {
            if (line.StartsWith('['))
            {
                var section = line.Trim('[', ']').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                isMeant = section is ["default"] or ["profile", _] && section[^1].Trim('"', '\'') == profile;
            }
            else if (isMeant && line.Split('=', 2) is [var name, var value] && name.TrimEnd() == key)
            {
                return value.Trim();
            }
        }

        return null;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
