using System.Text.Json.Nodes;
using LookoutVision.Remote.Client;
using LookoutVision.Remote.Service.Client;

namespace LookoutVision.Remote.Service.Shapes;

/// <summary>A model packaging job as DescribeModelPackagingJob tells of it, and ListModelPackagingJobs with fewer members.</summary>
internal sealed record PackagingShape
{
    public string? JobName { get; init; }

    public string? ProjectName { get; init; }

    public string? ModelVersion { get; init; }

    public JsonObject? ModelPackagingConfiguration { get; init; }

    public string? ModelPackagingJobDescription { get; init; }

    public JsonObject? ModelPackagingOutputDetails { get; init; }

    public string? Status { get; init; }

    public string? StatusMessage { get; init; }

    public double? CreationTimestamp { get; init; }

    public double? LastUpdatedTimestamp { get; init; }

    public ModelPackagingJob ToJob()
    {
        var version = Answer.Require(ModelVersion, nameof(ModelVersion));
        return new()
        {
            JobName = Answer.Require(JobName, nameof(JobName)),
            ProjectName = Answer.Require(ProjectName, nameof(ProjectName)),
            ModelVersion = version,
            Configuration = ModelPackagingConfiguration ?? [],
            Description = ModelPackagingJobDescription,
            Status = Answer.Require(Status, nameof(Status)),
            StatusMessage = StatusMessage,
            CreationTimestamp = WireTime.Read(CreationTimestamp) ?? default,
            LastUpdatedTimestamp = WireTime.Read(LastUpdatedTimestamp ?? CreationTimestamp) ?? default,
            ComponentVersion = (string?)ModelPackagingOutputDetails?["Greengrass"]?["ComponentVersion"] ?? $"{version}.0.0",
        };
    }
}
