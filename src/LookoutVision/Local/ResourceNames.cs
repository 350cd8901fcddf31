namespace LookoutVision.Local;

/// <summary>The service's rules for names. Nothing reaches the file system that has not passed here.</summary>
internal static class ResourceNames
{
    private const int MaxProjectLength = 255;
    private const int MaxVersionDigits = 9;
    private const int MaxJobLength = 64;

    // Windows takes these for devices in any folder, so a store that holds one could never be copied there.
    private static readonly HashSet<string> DeviceNames = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" })],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsProjectName(string? name) =>
        name is { Length: > 0 and <= MaxProjectLength }
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
        && !DeviceNames.Contains(name);

    public static void RequireProjectName(string? name)
    {
        if (!IsProjectName(name))
        {
            throw new ValidationException($"'{name}' is not a project name.")
            {
                ResourceId = name,
                ResourceType = "PROJECT",
                RecommendedAction =
                    "Use 1 to 255 letters, digits, '_' and '-', a letter or digit first, and no name that Windows keeps for devices.",
            };
        }
    }

    public static void RequireJobName(string name)
    {
        if (name.Length is 0 or > MaxJobLength || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ValidationException($"'{name}' is not a name of a model packaging job.")
            {
                ResourceId = name,
                ResourceType = "MODEL_PACKAGE_JOB",
                RecommendedAction = "Use 1 to 64 letters, digits and '-'.",
            };
        }
    }

    /// <summary>The number a version stands for; null for <c>latest</c>.</summary>
    public static int? ParseVersion(string? version)
    {
        if (version == ModelReference.Latest)
        {
            return null;
        }

        return TryParseNumber(version, out var number)
            ? number
            : throw new ValidationException($"'{version}' is not a model version.")
            {
                ResourceId = version,
                ResourceType = "MODEL",
                RecommendedAction = "Give a whole number from 1 up without leading zeros, or 'latest'.",
            };
    }

    public static bool TryParseNumber(string? text, out int number)
    {
        number = 0;
        return text is { Length: > 0 and <= MaxVersionDigits }
            && text[0] != '0'
            && text.All(char.IsAsciiDigit)
            && int.TryParse(text, out number);
    }
}
