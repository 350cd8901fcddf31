using static LookoutVision.Service.Model.ScalarShapes;

namespace LookoutVision.Service.Model;

/// <summary>The API's structures and lists. One stands after those that it holds.</summary>
internal static class Structures
{
    private const bool Required = true;

    public static StructureShape PixelAnomaly { get; } = new("PixelAnomaly", new("TotalPercentageArea", Float), new("Color", Color));

    public static StructureShape Anomaly { get; } = new("Anomaly", new("Name", AnomalyName), new("PixelAnomaly", PixelAnomaly));

    public static StructureShape ImageSource { get; } = new("ImageSource", new ShapeMember("Type", ImageSourceType));

    public static StructureShape DetectAnomalyResult { get; } = new(
        "DetectAnomalyResult",
        new("Source", ImageSource),
        new("IsAnomalous", ScalarShapes.Boolean),
        new("Confidence", Float),
        new("Anomalies", new ListShape("AnomalyList", Anomaly)),
        new("AnomalyMask", AnomalyMask));

    public static StructureShape S3Location { get; } =
        new("S3Location", new("Bucket", S3BucketName, Required), new("Prefix", S3KeyPrefix));

    public static StructureShape InputS3Object { get; } = new(
        "InputS3Object",
        new("Bucket", S3BucketName, Required),
        new("Key", S3ObjectKey, Required),
        new("VersionId", S3ObjectVersion));

    public static StructureShape OutputS3Object { get; } =
        new("OutputS3Object", new("Bucket", S3BucketName, Required), new("Key", S3ObjectKey, Required));

    public static StructureShape OutputConfig { get; } = new("OutputConfig", new ShapeMember("S3Location", S3Location, Required));

    public static StructureShape DatasetGroundTruthManifest { get; } =
        new("DatasetGroundTruthManifest", new ShapeMember("S3Object", InputS3Object));

    public static StructureShape DatasetSource { get; } =
        new("DatasetSource", new ShapeMember("GroundTruthManifest", DatasetGroundTruthManifest));

    public static StructureShape DatasetImageStats { get; } = new(
        "DatasetImageStats", new("Total", Integer), new("Labeled", Integer), new("Normal", Integer), new("Anomaly", Integer));

    public static StructureShape DatasetMetadata { get; } = new(
        "DatasetMetadata",
        new("DatasetType", ScalarShapes.DatasetType),
        new("CreationTimestamp", ScalarShapes.DateTime),
        new("Status", ScalarShapes.DatasetStatus),
        new("StatusMessage", DatasetStatusMessage));

    public static StructureShape DatasetDescription { get; } = new(
        "DatasetDescription",
        new("ProjectName", ProjectName),
        new("DatasetType", ScalarShapes.DatasetType),
        new("CreationTimestamp", ScalarShapes.DateTime),
        new("LastUpdatedTimestamp", ScalarShapes.DateTime),
        new("Status", ScalarShapes.DatasetStatus),
        new("StatusMessage", DatasetStatusMessage),
        new("ImageStats", DatasetImageStats));

    public static ListShape DatasetEntryList { get; } = new("DatasetEntryList", DatasetEntry);

    public static StructureShape ProjectMetadata { get; } = new(
        "ProjectMetadata", new("ProjectArn", ProjectArn), new("ProjectName", ProjectName), new("CreationTimestamp", ScalarShapes.DateTime));

    public static ListShape ProjectMetadataList { get; } = new("ProjectMetadataList", ProjectMetadata);

    public static StructureShape ProjectDescription { get; } = new(
        "ProjectDescription",
        new("ProjectArn", ProjectArn),
        new("ProjectName", ProjectName),
        new("CreationTimestamp", ScalarShapes.DateTime),
        new("Datasets", new ListShape("DatasetMetadataList", DatasetMetadata)));

    public static StructureShape ModelPerformance { get; } =
        new("ModelPerformance", new("F1Score", Float), new("Recall", Float), new("Precision", Float));

    public static StructureShape ModelMetadata { get; } = new(
        "ModelMetadata",
        new("CreationTimestamp", ScalarShapes.DateTime),
        new("ModelVersion", ModelVersion),
        new("ModelArn", ModelArn),
        new("Description", ModelDescriptionMessage),
        new("Status", ScalarShapes.ModelStatus),
        new("StatusMessage", ModelStatusMessage),
        new("Performance", ModelPerformance));

    public static ListShape ModelMetadataList { get; } = new("ModelMetadataList", ModelMetadata);

    public static StructureShape ModelDescription { get; } = new(
        "ModelDescription",
        new("ModelVersion", ModelVersion),
        new("ModelArn", ModelArn),
        new("CreationTimestamp", ScalarShapes.DateTime),
        new("Description", ModelDescriptionMessage),
        new("Status", ScalarShapes.ModelStatus),
        new("StatusMessage", ModelStatusMessage),
        new("Performance", ModelPerformance),
        new("OutputConfig", OutputConfig),
        new("EvaluationManifest", OutputS3Object),
        new("EvaluationResult", OutputS3Object),
        new("EvaluationEndTimestamp", ScalarShapes.DateTime),
        new("KmsKeyId", KmsKeyId),
        new("MinInferenceUnits", ScalarShapes.InferenceUnits),
        new("MaxInferenceUnits", ScalarShapes.InferenceUnits));

    public static StructureShape Tag { get; } = new("Tag", new("Key", TagKey, Required), new("Value", TagValue, Required));

    public static ListShape TagList { get; } = new("TagList", Tag) { MaxItems = 200 };

    public static ListShape TagKeyList { get; } = new("TagKeyList", TagKey) { MaxItems = 200 };
}
