using static LookoutVision.Service.Model.ScalarShapes;

namespace LookoutVision.Service.Model;

/// <summary>The API's structures of model packaging jobs.</summary>
internal static class PackagingStructures
{
    private const bool Required = true;

    public static StructureShape TargetPlatform { get; } = new(
        "TargetPlatform",
        new("Os", TargetPlatformOs, Required),
        new("Arch", TargetPlatformArch, Required),
        new("Accelerator", TargetPlatformAccelerator));

    public static StructureShape GreengrassConfiguration { get; } = new(
        "GreengrassConfiguration",
        new("CompilerOptions", CompilerOptions),
        new("TargetDevice", TargetDevice),
        new("TargetPlatform", TargetPlatform),
        new("S3OutputLocation", Structures.S3Location, Required),
        new("ComponentName", ComponentName, Required),
        new("ComponentVersion", ComponentVersion),
        new("ComponentDescription", ComponentDescription),
        new("Tags", Structures.TagList));

    public static StructureShape ModelPackagingConfiguration { get; } =
        new("ModelPackagingConfiguration", new ShapeMember("Greengrass", GreengrassConfiguration, Required));

    public static StructureShape GreengrassOutputDetails { get; } = new(
        "GreengrassOutputDetails",
        new("ComponentVersionArn", ComponentVersionArn),
        new("ComponentName", ComponentName),
        new("ComponentVersion", ComponentVersion));

    public static StructureShape ModelPackagingOutputDetails { get; } =
        new("ModelPackagingOutputDetails", new ShapeMember("Greengrass", GreengrassOutputDetails));

    public static StructureShape ModelPackagingJobMetadata { get; } = new(
        "ModelPackagingJobMetadata",
        new("JobName", ModelPackagingJobName),
        new("ProjectName", ProjectName),
        new("ModelVersion", ModelVersion),
        new("ModelPackagingJobDescription", ModelPackagingJobDescription),
        new("ModelPackagingMethod", ModelPackagingMethod),
        new("Status", ModelPackagingJobStatus),
        new("StatusMessage", ModelPackagingStatusMessage),
        new("CreationTimestamp", ScalarShapes.DateTime),
        new("LastUpdatedTimestamp", ScalarShapes.DateTime));

    public static ListShape ModelPackagingJobsList { get; } = new("ModelPackagingJobsList", ModelPackagingJobMetadata);

    public static StructureShape ModelPackagingDescription { get; } = new(
        "ModelPackagingDescription",
        new("JobName", ModelPackagingJobName),
        new("ProjectName", ProjectName),
        new("ModelVersion", ModelVersion),
        new("ModelPackagingConfiguration", ModelPackagingConfiguration),
        new("ModelPackagingJobDescription", ModelPackagingJobDescription),
        new("ModelPackagingMethod", ModelPackagingMethod),
        new("ModelPackagingOutputDetails", ModelPackagingOutputDetails),
        new("Status", ModelPackagingJobStatus),
        new("StatusMessage", ModelPackagingStatusMessage),
        new("CreationTimestamp", ScalarShapes.DateTime),
        new("LastUpdatedTimestamp", ScalarShapes.DateTime));
}
