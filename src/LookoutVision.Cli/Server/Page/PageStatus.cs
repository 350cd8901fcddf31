using System.Text.Json.Serialization;

namespace LookoutVision.Cli.Server.Page;

/// <summary>What the page shows.</summary>
internal sealed record PageStatus(
    string Version,
    bool IsReadOnly,
    DateTimeOffset Since,
    IReadOnlyList<RunningModel> Models,
    IReadOnlyList<RecentDetection> Recent,
    IReadOnlyList<DayCount> Days);

/// <summary>Writes it without reflection.</summary>
[JsonSerializable(typeof(PageStatus))]
internal sealed partial class PageJson : JsonSerializerContext;
