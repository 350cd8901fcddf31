using System.Management.Automation;

namespace LookoutVision.Errors;

/// <summary>Makes every error of the module; docs/errors.md lists them.</summary>
internal static class CommandErrors
{
    private const string ReportIt = "Please report this, with the command and the files it was given.";

    public static CommandError ImageNotFound(string path, Exception? cause = null) => new(
        "ImageNotFound",
        ErrorCategory.ObjectNotFound,
        new FileNotFoundException($"There is no file '{path}'.", path, cause),
        path,
        "Check the path; give names that contain [ or ] by -LiteralPath.");

    public static CommandError PathNotFileSystem(string path, string what) => new(
        "PathNotFileSystem",
        ErrorCategory.InvalidArgument,
        new NotSupportedException($"'{path}' is {what}, not a file or folder."),
        path,
        "Give a file of this machine; fetch what lies elsewhere first.");

    public static CommandError PathUnusable(string path, Exception cause) => new(
        "PathUnusable", ErrorCategory.InvalidArgument, cause, path, "Check the path, and that its drive exists in this session.");

    public static CommandError PathNotFound(string path) => new(
        "PathNotFound",
        ErrorCategory.ObjectNotFound,
        new FileNotFoundException($"There is nothing at '{path}'.", path),
        path,
        "Check the path; give names that contain [ or ] by -LiteralPath.");

    public static CommandError PathAmbiguous(string path, int matches) => new(
        "PathAmbiguous",
        ErrorCategory.InvalidArgument,
        new ArgumentException($"'{path}' matches {matches} items, and one is needed."),
        path,
        "Name one of them.");

    public static CommandError FolderWithoutImages(string path) => new(
        "FolderWithoutImages",
        ErrorCategory.ObjectNotFound,
        new FileNotFoundException($"The folder '{path}' has no JPEG or PNG files.", path),
        path,
        "Name the folder that holds the images, or search the folders below it with -Recurse.");

    public static CommandError ModelNotHosted(ConflictException cause, object? target) => new(
        "ModelNotHosted",
        ErrorCategory.ResourceUnavailable,
        cause,
        cause.ResourceId ?? target,
        "Start it with Start-LVModel; Get-LVModel shows the models there are.");

    public static CommandError ModelNotNamed(ValidationException cause, object? target) => new(
        "ModelNotNamed",
        ErrorCategory.InvalidArgument,
        cause,
        cause.ResourceId ?? target,
        "Name it with -ProjectName and -ModelVersion; see what is hosted: Get-LVModel -Hosted.");

    public static CommandError CatalogMissing(string host) => new(
        "HostWithoutProjects",
        ErrorCategory.NotImplemented,
        new NotSupportedException($"{host.TrimEnd('.')} hosts models; it has no projects to list, make or delete."),
        host,
        "Leave out -EndpointUrl, or name a host that keeps projects.");

    public static CommandError BatchesMissing(string host) => new(
        "HostWithoutBatches",
        ErrorCategory.NotImplemented,
        new NotSupportedException($"{host.TrimEnd('.')} judges images that are sent to it; it has no batch detections."),
        host,
        "Name a region of SageMaker with -EndpointUrl sagemaker://REGION, or judge the images with Invoke-LVDetectAnomaly.");

    public static CommandError BatchTimedOut(string name, TimeoutException cause) => new(
        "WaitTimedOut",
        ErrorCategory.OperationTimeout,
        cause,
        name,
        $"It goes on meanwhile: look with Get-LVBatchDetection {name}, or go on waiting with Receive-LVBatchDetection {name} -Wait.");

    public static CommandError WaitTimedOut(string projectName, object target, TimeoutException cause) => new(
        "WaitTimedOut",
        ErrorCategory.OperationTimeout,
        cause,
        target,
        $"The host goes on meanwhile: look with Get-LVModel {projectName}, or go on waiting with Wait-LVModel {projectName}.");

    public static CommandError ProjectHasModels(string projectName, int models, ModelDescription? hosted) => new(
        "ProjectHasModels",
        ErrorCategory.InvalidOperation,
        new ConflictException($"The project '{projectName}' still has {(models == 1 ? "a model" : $"{models} models")}{(hosted is null ? "" : $"; version {hosted.ModelVersion} is hosted")}."),
        projectName,
        hosted is null ? "Delete them too with -Recurse." : $"Stop it first: Stop-LVModel {projectName} {hosted.ModelVersion}");

    public static CommandError DatasetInvalid(ValidationException cause, object? source) => new(
        "DatasetInvalid",
        ErrorCategory.InvalidData,
        cause,
        cause.ResourceId ?? source,
        ActionOf(cause, "Correct the images or their labels; Get-Help about_LookoutVision tells what is needed."));

    public static CommandError MaskMissing(DetectAnomalyResult result) => new(
        "MaskMissing",
        ErrorCategory.InvalidData,
        new ValidationException($"The result of '{result.Path}' has no mask: the model {result.ProjectName}/{result.ModelVersion} only classifies."),
        result.Path,
        "Write heat maps with -Kind Heatmap, or train a model on images with masks; see Get-Help about_LookoutVision.");

    public static CommandError AnomaliesMissing(ValidationException cause) => new(
        "AnomaliesMissing",
        ErrorCategory.InvalidData,
        cause,
        cause.ResourceId,
        ActionOf(cause, "Leave out -MaxArea and -MaxAnomalyTypes, or train a model on images with masks."));

    public static CommandError LimitMissing(string anomalyName) => new(
        "LimitMissing",
        ErrorCategory.InvalidArgument,
        new ArgumentException($"-AnomalyName '{anomalyName}' says whose area counts, but not how large it may be."),
        anomalyName,
        "Give -MaxArea too.");

    /// <summary>A result whose mask could not be written.</summary>
    public static CommandError ExportFailed(string image, Exception exception) => exception switch
    {
        ConflictException { ResourceType: "MODEL" } e => ModelNotHosted(e, image),
        ConflictException e => new("MaskExists", ErrorCategory.ResourceExists, e, image, "Replace it with -Force, or choose another folder."),
        ValidationException { ImageFault: ImageFault.Missing } e => ImageFailed(image, e) with
        {
            RecommendedAction = "Overlays and heat maps are painted on the photograph: put it back where it was, or detect again where it is now.",
        },
        ValidationException e => ImageFailed(image, e),
        _ => From(exception, image),
    };

    public static CommandError ReportExists(ConflictException cause, object? target) => new(
        "ReportExists", ErrorCategory.ResourceExists, cause, cause.ResourceId ?? target, "Replace it with -Force, or choose another name.");

    /// <summary>One image that could not be judged: it is the target, so that the targets of the errors are the images without a verdict.</summary>
    public static CommandError ImageFailed(string image, Exception exception) => exception switch
    {
        ConflictException e => ModelNotHosted(e, image),
        ValidationException e => new(
            NameOf(e.ImageFault), CategoryOf(e.ImageFault), e, image, ActionOf(e, "Give an image like those the model was trained on.")),
        _ => From(exception, image) with { Target = image },
    };

    /// <summary>Any other failure.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="target">What the command was working on.</param>
    public static CommandError From(Exception exception, object? target) => exception switch
    {
        ResourceNotFoundException e => new(
            NameOf(e) + "NotFound", ErrorCategory.ObjectNotFound, e, e.ResourceId ?? target,
            ActionOf(e, "See what is there: Get-LVProject, Get-LVModel.")),
        ConflictException e => new(
            NameOf(e) + "Conflict", ErrorCategory.InvalidOperation, e, e.ResourceId ?? target,
            ActionOf(e, "See its state: Get-LVProject, Get-LVModel.")),
        ThrottlingException e => new(
            "RequestThrottled", ErrorCategory.LimitsExceeded, e, e.ResourceId ?? target, ActionOf(e, "Lower -ThrottleLimit and try again.")),
        ServiceQuotaExceededException e => new(
            "QuotaExceeded", ErrorCategory.LimitsExceeded, e, e.ResourceId ?? target, ActionOf(e, "Make room, then try again.")),
        AccessDeniedException e => new(
            "AccessDenied", ErrorCategory.PermissionDenied, e, e.ResourceId ?? target, ActionOf(e, "Give this account the permission.")),
        InternalServerException e => new(
            "HostFailed", ErrorCategory.ResourceUnavailable, e, e.ResourceId ?? target, ActionOf(e, "Try again later.")),
        TimeoutException e => new(
            "TimedOut", ErrorCategory.OperationTimeout, e, target, "Give more time with -TimeoutSeconds, or fewer images at once."),
        LookoutVisionException e => new(
            "RequestInvalid", ErrorCategory.InvalidArgument, e, e.ResourceId ?? target, ActionOf(e, "Correct the request.")),
        UnauthorizedAccessException e => new(
            "AccessDenied", ErrorCategory.PermissionDenied, e, target, "Give this account the permission, or choose another place."),
        IOException e => new("FileAccessFailed", ErrorCategory.WriteError, e, target, "Check the place and the room on it."),
        _ => new("UnexpectedFailure", ErrorCategory.InvalidResult, exception, target, ReportIt),
    };

    private static string ActionOf(LookoutVisionException exception, string otherwise) => exception.RecommendedAction ?? otherwise;

    private static string NameOf(ImageFault? fault) => fault switch
    {
        ImageFault.Missing => "ImageNotFound",
        ImageFault.Unreadable => "ImageReadFailed",
        ImageFault.Empty => "ImageEmpty",
        ImageFault.TooLarge => "ImageTooLarge",
        ImageFault.UnknownFormat => "ImageFormatUnknown",
        ImageFault.Damaged => "ImageDecodeFailed",
        ImageFault.SizeOutOfRange => "ImageSizeUnsupported",
        ImageFault.SizeMismatch => "ImageSizeMismatch",
        _ => "ImageRejected",
    };

    private static ErrorCategory CategoryOf(ImageFault? fault) => fault switch
    {
        ImageFault.Missing => ErrorCategory.ObjectNotFound,
        ImageFault.Unreadable => ErrorCategory.ReadError,
        ImageFault.TooLarge => ErrorCategory.LimitsExceeded,
        _ => ErrorCategory.InvalidData,
    };

    private static string NameOf(LookoutVisionException exception) => exception.ResourceType?.ToUpperInvariant() switch
    {
        "PROJECT" => "Project",
        "DATASET" => "Dataset",
        "MODEL" => "Model",
        _ => "Resource",
    };
}
