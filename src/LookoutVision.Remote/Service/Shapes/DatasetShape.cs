using LookoutVision.Remote.Client;
using LookoutVision.Remote.Service.Client;

namespace LookoutVision.Remote.Service.Shapes;

/// <summary>A dataset as DescribeDataset tells of it, and others with fewer members.</summary>
internal sealed record DatasetShape
{
    public string? DatasetType { get; init; }

    public double? CreationTimestamp { get; init; }

    public double? LastUpdatedTimestamp { get; init; }

    public string? Status { get; init; }

    public string? StatusMessage { get; init; }

    public Stats? ImageStats { get; init; }

    internal sealed record Stats(int Total, int Labeled, int Normal, int Anomaly);

    public DatasetDescription ToDescription(string projectName) => new()
    {
        ProjectName = projectName,
        DatasetType = Parse<DatasetType>(Answer.Require(DatasetType, nameof(DatasetType))),
        CreationTimestamp = WireTime.Read(CreationTimestamp) ?? default,
        LastUpdatedTimestamp = WireTime.Read(LastUpdatedTimestamp ?? CreationTimestamp) ?? default,
        Status = Parse<DatasetStatus>(Answer.Require(Status, nameof(Status))),
        StatusMessage = StatusMessage,
        TotalImages = ImageStats?.Total ?? 0,
        LabeledImages = ImageStats?.Labeled ?? 0,
        NormalImages = ImageStats?.Normal ?? 0,
        AnomalousImages = ImageStats?.Anomaly ?? 0,
    };

    private static T Parse<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw new InternalServerException($"The server's answer is not the service's: '{text}' is no {typeof(T).Name}.");
}
