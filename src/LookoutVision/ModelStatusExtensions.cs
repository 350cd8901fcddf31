using System.Text.Json;

namespace LookoutVision;

/// <summary>Between <see cref="ModelStatus"/> and the service's spelling of it.</summary>
public static class ModelStatusExtensions
{
    /// <summary>The service's spelling: <c>STARTING_HOSTING</c> for <see cref="ModelStatus.StartingHosting"/>.</summary>
    public static string ToWireName(this ModelStatus status) =>
        JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString());

    /// <summary>Reads the service's spelling.</summary>
    /// <exception cref="FormatException">The text is none of the service's states.</exception>
    public static ModelStatus ParseWireName(string text) =>
        Enum.TryParse<ModelStatus>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var status)
            ? status
            : throw new FormatException($"'{text}' is not a model status.");
}
