using LookoutVision.Remote.Client;
using LookoutVision.Remote.Service.Client;

namespace LookoutVision.Remote.Service.Shapes;

/// <summary>A project as DescribeProject tells of it, and others with fewer members.</summary>
internal sealed record ProjectShape(string? ProjectName, string? ProjectArn, double? CreationTimestamp, IReadOnlyList<DatasetShape>? Datasets)
{
    public ProjectDescription ToDescription()
    {
        var name = Answer.Require(ProjectName, nameof(ProjectName));
        return new()
        {
            ProjectName = name,
            ProjectArn = ProjectArn,
            CreationTimestamp = WireTime.Read(CreationTimestamp) ?? default,
            Datasets = [.. (Datasets ?? []).Select(dataset => dataset.ToDescription(name))],
        };
    }
}
