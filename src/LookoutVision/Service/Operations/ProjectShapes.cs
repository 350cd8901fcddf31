using System.Text.Json.Nodes;

namespace LookoutVision.Service.Operations;

/// <summary>Projects and datasets as they stand in answers.</summary>
internal static class ProjectShapes
{
    public static JsonObject Metadata(ProjectDescription project) => new JsonObject()
        .With("ProjectArn", project.ProjectArn)
        .With("ProjectName", project.ProjectName)
        .With("CreationTimestamp", WireValue.FromTime(project.CreationTimestamp));

    public static JsonObject Description(ProjectDescription project) =>
        Metadata(project).With("Datasets", new JsonArray([.. project.Datasets.Select(d => Metadata(d))]));

    public static JsonObject Metadata(DatasetDescription dataset) => new JsonObject()
        .With("DatasetType", NameOf(dataset.DatasetType))
        .With("CreationTimestamp", WireValue.FromTime(dataset.CreationTimestamp))
        .With("Status", dataset.Status.ToWireName())
        .With("StatusMessage", dataset.StatusMessage);

    public static JsonObject Description(DatasetDescription dataset) => new JsonObject()
        .With("ProjectName", dataset.ProjectName)
        .With("DatasetType", NameOf(dataset.DatasetType))
        .With("CreationTimestamp", WireValue.FromTime(dataset.CreationTimestamp))
        .With("LastUpdatedTimestamp", WireValue.FromTime(dataset.LastUpdatedTimestamp))
        .With("Status", dataset.Status.ToWireName())
        .With("StatusMessage", dataset.StatusMessage)
        .With("ImageStats", new JsonObject
        {
            ["Total"] = dataset.TotalImages,
            ["Labeled"] = dataset.LabeledImages,
            ["Normal"] = dataset.NormalImages,
            ["Anomaly"] = dataset.AnomalousImages,
        });

    private static string NameOf(DatasetType type) => type.ToString().ToLowerInvariant();
}
