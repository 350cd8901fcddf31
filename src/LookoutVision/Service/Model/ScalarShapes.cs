namespace LookoutVision.Service.Model;

/// <summary>The API's scalar types with the service's limits and patterns.</summary>
internal static class ScalarShapes
{
    private const string TagPattern = @"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$";
    private const string KeyPattern = @"^([a-zA-Z0-9!_.*'()-][/a-zA-Z0-9!_.*'()-]*)?$";
    private const string JobTextPattern = "[a-zA-Z0-9-_. ()':,;?]+";

    public static StringShape AnomalyClassFilter { get; } =
        new("AnomalyClassFilter") { MinLength = 1, MaxLength = 10, Pattern = "(normal|anomaly)" };

    public static BlobShape AnomalyMask { get; } = new("AnomalyMask") { MinLength = 1, MaxLength = 5_242_880 };

    public static StringShape AnomalyName { get; } = new("AnomalyName") { MinLength = 1, MaxLength = 256, Pattern = "[a-zA-Z0-9]*" };

    public static BooleanShape Boolean { get; } = new("Boolean");

    public static StringShape ClientToken { get; } = new("ClientToken") { MinLength = 1, MaxLength = 64, Pattern = "^[a-zA-Z0-9-]+$" };

    public static StringShape Color { get; } = new("Color") { MinLength = 7, MaxLength = 7, Pattern = @"\#[a-zA-Z0-9]{6}" };

    public static StringShape CompilerOptions { get; } = new("CompilerOptions") { MinLength = 3, MaxLength = 1024, Pattern = ".*" };

    public static StringShape ComponentDescription { get; } =
        new("ComponentDescription") { MinLength = 1, MaxLength = 256, Pattern = JobTextPattern };

    public static StringShape ComponentName { get; } = new("ComponentName") { MinLength = 1, MaxLength = 128, Pattern = "[a-zA-Z0-9-_.]+" };

    public static StringShape ComponentVersion { get; } =
        new("ComponentVersion") { MinLength = 1, MaxLength = 64, Pattern = @"^([0-9]{1,6})\.([0-9]{1,6})\.([0-9]{1,6})$" };

    public static StringShape ComponentVersionArn { get; } =
        new("ComponentVersionArn") { Pattern = "arn:[^:]*:greengrass:[^:]*:aws:components:[^:]+" };

    public static StringShape ContentType { get; } = new("ContentType") { MinLength = 1, MaxLength = 255, Pattern = ".*" };

    public static BlobShape DatasetChanges { get; } = new("DatasetChanges") { MinLength = 1, MaxLength = 10_485_760 };

    public static StringShape DatasetEntry { get; } = new("DatasetEntry") { MinLength = 2, MaxLength = 8192, Pattern = @"^\{.*\}$" };

    public static StringShape DatasetStatus { get; } = Enumeration(
        "DatasetStatus",
        "CREATE_IN_PROGRESS",
        "CREATE_COMPLETE",
        "CREATE_FAILED",
        "UPDATE_IN_PROGRESS",
        "UPDATE_COMPLETE",
        "UPDATE_FAILED_ROLLBACK_IN_PROGRESS",
        "UPDATE_FAILED_ROLLBACK_COMPLETE",
        "DELETE_IN_PROGRESS",
        "DELETE_COMPLETE",
        "DELETE_FAILED");

    public static StringShape DatasetStatusMessage { get; } = new("DatasetStatusMessage");

    public static StringShape DatasetType { get; } = new("DatasetType") { MinLength = 1, MaxLength = 10, Pattern = "train|test" };

    public static TimestampShape DateTime { get; } = new("DateTime");

    public static FloatShape Float { get; } = new("Float");

    public static StringShape ImageSourceType { get; } = new("ImageSourceType") { Pattern = "direct" };

    public static IntegerShape InferenceUnits { get; } = new("InferenceUnits") { Minimum = 1 };

    public static IntegerShape Integer { get; } = new("Integer");

    public static BooleanShape IsLabeled { get; } = new("IsLabeled");

    public static StringShape KmsKeyId { get; } =
        new("KmsKeyId") { MinLength = 1, MaxLength = 2048, Pattern = "^[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,2048}$" };

    public static StringShape ModelArn { get; } = new("ModelArn");

    public static StringShape ModelDescriptionMessage { get; } =
        new("ModelDescriptionMessage") { MinLength = 1, MaxLength = 500, Pattern = @"[0-9A-Za-z\.\-_]*" };

    public static StringShape ModelHostingStatus { get; } =
        Enumeration("ModelHostingStatus", "STARTING_HOSTING", "HOSTED", "HOSTING_FAILED", "STOPPING_HOSTING", "SYSTEM_UPDATING");

    public static StringShape ModelPackagingJobDescription { get; } =
        new("ModelPackagingJobDescription") { MinLength = 1, MaxLength = 256, Pattern = JobTextPattern };

    public static StringShape ModelPackagingJobName { get; } =
        new("ModelPackagingJobName") { MinLength = 1, MaxLength = 64, Pattern = "[a-zA-Z0-9-]+" };

    public static StringShape ModelPackagingJobStatus { get; } =
        Enumeration("ModelPackagingJobStatus", "CREATED", "RUNNING", "SUCCEEDED", "FAILED");

    public static StringShape ModelPackagingMethod { get; } =
        new("ModelPackagingMethod") { MinLength = 1, MaxLength = 32, Pattern = "^[a-zA-Z0-9]+" };

    public static StringShape ModelPackagingStatusMessage { get; } = new("ModelPackagingStatusMessage");

    public static StringShape ModelStatus { get; } = Enumeration(
        "ModelStatus",
        "TRAINING",
        "TRAINED",
        "TRAINING_FAILED",
        "STARTING_HOSTING",
        "HOSTED",
        "HOSTING_FAILED",
        "STOPPING_HOSTING",
        "SYSTEM_UPDATING",
        "DELETING");

    public static StringShape ModelStatusMessage { get; } = new("ModelStatusMessage");

    public static StringShape ModelVersion { get; } =
        new("ModelVersion") { MinLength = 1, MaxLength = 10, Pattern = "([1-9][0-9]*|latest)" };

    public static StringShape ModelVersionNoLatest { get; } =
        new("ModelVersionNoLatest") { MinLength = 1, MaxLength = 10, Pattern = "([1-9][0-9]*)" };

    public static IntegerShape PageSize { get; } = new("PageSize") { Minimum = 1, Maximum = Pagination.MaxPageSize };

    public static StringShape PaginationToken { get; } =
        new("PaginationToken") { MaxLength = 2048, Pattern = @"^[a-zA-Z0-9\/\+\=]{0,2048}$" };

    public static StringShape ProjectArn { get; } = new("ProjectArn");

    public static StringShape ProjectName { get; } =
        new("ProjectName") { MinLength = 1, MaxLength = 255, Pattern = @"[a-zA-Z0-9][a-zA-Z0-9_\-]*" };

    public static StringShape QueryString { get; } = new("QueryString") { MinLength = 1, MaxLength = 2048, Pattern = @".*\S.*" };

    public static StringShape S3BucketName { get; } =
        new("S3BucketName") { MinLength = 3, MaxLength = 63, Pattern = @"[0-9A-Za-z\.\-_]*" };

    public static StringShape S3KeyPrefix { get; } = new("S3KeyPrefix") { MaxLength = 1024, Pattern = KeyPattern };

    public static StringShape S3ObjectKey { get; } = new("S3ObjectKey") { MinLength = 1, MaxLength = 1024, Pattern = KeyPattern };

    public static StringShape S3ObjectVersion { get; } = new("S3ObjectVersion") { MinLength = 1, MaxLength = 1024, Pattern = ".*" };

    public static BlobShape Stream { get; } = new("Stream");

    public static StringShape TagArn { get; } = new("TagArn") { MinLength = 1, MaxLength = 1011 };

    public static StringShape TagKey { get; } = new("TagKey") { MinLength = 1, MaxLength = 128, Pattern = TagPattern };

    public static StringShape TagValue { get; } = new("TagValue") { MaxLength = 256, Pattern = TagPattern };

    public static StringShape TargetDevice { get; } = Enumeration("TargetDevice", "jetson_xavier");

    public static StringShape TargetPlatformAccelerator { get; } = Enumeration("TargetPlatformAccelerator", "NVIDIA");

    public static StringShape TargetPlatformArch { get; } = Enumeration("TargetPlatformArch", "ARM64", "X86_64");

    public static StringShape TargetPlatformOs { get; } = Enumeration("TargetPlatformOs", "LINUX");

    private static StringShape Enumeration(string name, params string[] values) => new(name) { Values = values };
}
