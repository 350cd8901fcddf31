namespace LookoutVision.Service.Model;

/// <summary>An error that an operation can answer with.</summary>
/// <param name="Code">The service's code, which is also the name of the exception.</param>
/// <param name="HttpStatus">The answer's status.</param>
internal sealed record ServiceError(string Code, int HttpStatus)
{
    public static ServiceError Validation { get; } = new(nameof(ValidationException), 400);

    public static ServiceError ServiceQuotaExceeded { get; } = new(nameof(ServiceQuotaExceededException), 402);

    public static ServiceError AccessDenied { get; } = new(nameof(AccessDeniedException), 403);

    public static ServiceError ResourceNotFound { get; } = new(nameof(ResourceNotFoundException), 404);

    public static ServiceError Conflict { get; } = new(nameof(ConflictException), 409);

    public static ServiceError Throttling { get; } = new(nameof(ThrottlingException), 429);

    public static ServiceError InternalServer { get; } = new(nameof(InternalServerException), 500);

    /// <summary>All there are.</summary>
    public static IReadOnlyList<ServiceError> All { get; } =
        [Validation, ServiceQuotaExceeded, AccessDenied, ResourceNotFound, Conflict, Throttling, InternalServer];

    /// <summary>The service's error for one of the library's.</summary>
    public static ServiceError Of(LookoutVisionException error) => All.First(e => e.Code == error.ErrorCode);
}
