using System.Text.Json;

namespace LookoutVision;

/// <summary>Between <see cref="DatasetStatus"/> and the service's spelling of it.</summary>
internal static class DatasetStatusExtensions
{
    /// <summary>The service's spelling: <c>CREATE_COMPLETE</c>.</summary>
    public static string ToWireName(this DatasetStatus status) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString());
}
