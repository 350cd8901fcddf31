using static LookoutVision.Service.Model.ScalarShapes;

namespace LookoutVision.Service.Model;

/// <summary>The service's API: every operation there is.</summary>
internal static class ServiceOperations
{
    private const string Project = "projects/{projectName}";
    private const string Dataset = Project + "/datasets/{datasetType}";
    private const string Model = Project + "/models/{modelVersion}";
    private const string Jobs = Project + "/modelpackagingjobs";
    private const string Tags = "tags/{resourceArn}";

    private static readonly ServiceError[] Lookup =
        [ServiceError.AccessDenied, ServiceError.InternalServer, ServiceError.Validation, ServiceError.ResourceNotFound, ServiceError.Throttling];

    private static readonly ServiceError[] Usual = [.. Lookup, ServiceError.Conflict];

    private static readonly ServiceError[] Making = [.. Usual, ServiceError.ServiceQuotaExceeded];

    private static readonly InputMember InProject = Path("ProjectName", ProjectName);

    private static readonly InputMember OfType = Path("DatasetType", ScalarShapes.DatasetType);

    private static readonly InputMember OfVersion = Path("ModelVersion", ModelVersion);

    private static readonly InputMember OfResource = Path("ResourceArn", TagArn);

    private static readonly InputMember Token =
        new("ClientToken", ClientToken, MemberLocation.Header, "X-Amzn-Client-Token") { IsIdempotencyToken = true };

    private static readonly InputMember[] Page =
        [Query(Pagination.TokenMember, PaginationToken), Query(Pagination.LimitMember, PageSize)];

    private static readonly ShapeMember Next = new(Pagination.TokenMember, PaginationToken);

    /// <summary>All there are, by name.</summary>
    public static IReadOnlyList<ServiceOperation> All { get; } =
    [
        new("CreateDataset", "POST", Project + "/datasets", 202)
        {
            Input = [InProject, Json("DatasetType", ScalarShapes.DatasetType, required: true), Json("DatasetSource", Structures.DatasetSource), Token],
            Output = [new("DatasetMetadata", Structures.DatasetMetadata)],
            Errors = Making,
        },
        new("CreateModel", "POST", Project + "/models", 202)
        {
            Input =
            [
                InProject,
                Json("Description", ModelDescriptionMessage),
                Token,
                Json("OutputConfig", Structures.OutputConfig, required: true),
                Json("KmsKeyId", KmsKeyId),
                Json("Tags", Structures.TagList),
            ],
            Output = [new("ModelMetadata", Structures.ModelMetadata)],
            Errors = Making,
        },
        new("CreateProject", "POST", "projects", 200)
        {
            Input = [Json("ProjectName", ProjectName, required: true), Token],
            Output = [new("ProjectMetadata", Structures.ProjectMetadata)],
            Errors = Making,
        },
        new("DeleteDataset", "DELETE", Dataset, 202) { Input = [InProject, OfType, Token], Errors = Usual },
        new("DeleteModel", "DELETE", Model, 202)
        {
            Input = [InProject, Path("ModelVersion", ModelVersionNoLatest), Token],
            Output = [new("ModelArn", ModelArn)],
            Errors = Usual,
        },
        new("DeleteProject", "DELETE", Project, 200)
        {
            Input = [InProject, Token],
            Output = [new("ProjectArn", ProjectArn)],
            Errors = Usual,
        },
        new("DescribeDataset", "GET", Dataset, 200)
        {
            Input = [InProject, OfType],
            Output = [new("DatasetDescription", Structures.DatasetDescription)],
            Errors = Usual,
        },
        new("DescribeModel", "GET", Model, 200)
        {
            Input = [InProject, OfVersion],
            Output = [new("ModelDescription", Structures.ModelDescription)],
            Errors = Usual,
        },
        new("DescribeModelPackagingJob", "GET", Jobs + "/{jobName}", 200)
        {
            Input = [InProject, Path("JobName", ModelPackagingJobName)],
            Output = [new("ModelPackagingDescription", PackagingStructures.ModelPackagingDescription)],
            Errors = Lookup,
        },
        new("DescribeProject", "GET", Project, 200)
        {
            Input = [InProject],
            Output = [new("ProjectDescription", Structures.ProjectDescription)],
            Errors = Usual,
        },
        new("DetectAnomalies", "POST", Model + "/detect", 200)
        {
            Input =
            [
                InProject,
                OfVersion,
                new("Body", ScalarShapes.Stream, MemberLocation.RawBody, "Body") { IsRequired = true },
                new("ContentType", ContentType, MemberLocation.Header, "Content-Type") { IsRequired = true },
            ],
            Output = [new("DetectAnomalyResult", Structures.DetectAnomalyResult)],
            Errors = Usual,
        },
        new("ListDatasetEntries", "GET", Dataset + "/entries", 200)
        {
            Input =
            [
                InProject,
                OfType,
                Query("Labeled", IsLabeled),
                Query("AnomalyClass", AnomalyClassFilter),
                Query("BeforeCreationDate", ScalarShapes.DateTime, "createdBefore"),
                Query("AfterCreationDate", ScalarShapes.DateTime, "createdAfter"),
                .. Page,
                Query("SourceRefContains", QueryString),
            ],
            Output = [new("DatasetEntries", Structures.DatasetEntryList), Next],
            Errors = Usual,
            Pagination = new("DatasetEntries"),
        },
        new("ListModelPackagingJobs", "GET", Jobs, 200)
        {
            Input = [InProject, .. Page],
            Output = [new("ModelPackagingJobs", PackagingStructures.ModelPackagingJobsList), Next],
            Errors = Lookup,
            Pagination = new("ModelPackagingJobs"),
        },
        new("ListModels", "GET", Project + "/models", 200)
        {
            Input = [InProject, .. Page],
            Output = [new("Models", Structures.ModelMetadataList), Next],
            Errors = Usual,
            Pagination = new("Models"),
        },
        new("ListProjects", "GET", "projects", 200)
        {
            Input = Page,
            Output = [new("Projects", Structures.ProjectMetadataList), Next],
            Errors = Usual,
            Pagination = new("Projects"),
        },
        new("ListTagsForResource", "GET", Tags, 200)
        {
            Input = [OfResource],
            Output = [new("Tags", Structures.TagList)],
            Errors = Usual,
        },
        new("StartModel", "POST", Model + "/start", 202)
        {
            Input =
            [
                InProject,
                OfVersion,
                Json("MinInferenceUnits", ScalarShapes.InferenceUnits, required: true),
                Token,
                Json("MaxInferenceUnits", ScalarShapes.InferenceUnits),
            ],
            Output = [new("Status", ModelHostingStatus)],
            Errors = Making,
        },
        new("StartModelPackagingJob", "POST", Jobs, 200)
        {
            Input =
            [
                InProject,
                Json("ModelVersion", ModelVersion, required: true),
                Json("JobName", ModelPackagingJobName),
                Json("Configuration", PackagingStructures.ModelPackagingConfiguration, required: true),
                Json("Description", ModelPackagingJobDescription),
                Token,
            ],
            Output = [new("JobName", ModelPackagingJobName)],
            Errors = Making,
        },
        new("StopModel", "POST", Model + "/stop", 202)
        {
            Input = [InProject, OfVersion, Token],
            Output = [new("Status", ModelHostingStatus)],
            Errors = Usual,
        },
        new("TagResource", "POST", Tags, 200)
        {
            Input = [OfResource, Json("Tags", Structures.TagList, required: true)],
            Errors = Making,
        },
        new("UntagResource", "DELETE", Tags, 200)
        {
            Input = [OfResource, Query("TagKeys", Structures.TagKeyList) with { IsRequired = true }],
            Errors = Usual,
        },
        new("UpdateDatasetEntries", "PATCH", Dataset + "/entries", 202)
        {
            Input = [InProject, OfType, Json("Changes", DatasetChanges, required: true), Token],
            Output = [new("Status", ScalarShapes.DatasetStatus)],
            Errors = Usual,
        },
    ];

    /// <summary>The operation of a name, such as <c>CreateProject</c>.</summary>
    public static ServiceOperation Get(string name) =>
        All.FirstOrDefault(o => o.Name == name) ?? throw new ArgumentException($"There is no operation '{name}'.", nameof(name));

    private static InputMember Path(string name, Shape shape) =>
        new(name, shape, MemberLocation.Path, Camel(name)) { IsRequired = true };

    private static InputMember Query(string name, Shape shape, string? wireName = null) =>
        new(name, shape, MemberLocation.Query, wireName ?? Camel(name));

    private static InputMember Json(string name, Shape shape, bool required = false) =>
        new(name, shape, MemberLocation.Json, name) { IsRequired = required };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
