namespace LookoutVision.Service.Model;

/// <summary>One operation of the service's API: what it takes, how it travels, and what comes back.</summary>
/// <param name="name">The service's name of it, such as <c>CreateProject</c>.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path with its labels in braces, below the API version: <c>projects/{projectName}</c>.</param>
/// <param name="status">The status of an answer that is no error.</param>
internal sealed class ServiceOperation(string name, string method, string path, int status)
{
    /// <summary>The first segment of every path.</summary>
    public const string ApiVersion = "2020-11-20";

    public string Name { get; } = name;

    public string Method { get; } = method;

    /// <summary>The whole path, with its labels in braces: <c>/2020-11-20/projects/{projectName}</c>.</summary>
    public string PathTemplate { get; } = $"/{ApiVersion}/{path}";

    public int SuccessStatus { get; } = status;

    public IReadOnlyList<InputMember> Input { get; init; } = [];

    /// <summary>The members of the answer's JSON object; empty: the object is.</summary>
    public IReadOnlyList<ShapeMember> Output { get; init; } = [];

    public IReadOnlyList<ServiceError> Errors { get; init; } = [];

    /// <summary>How the list is read page by page; null where the answer is one.</summary>
    public Pagination? Pagination { get; init; }

    /// <summary>The member that is the body itself; null where the body is a JSON object or nothing.</summary>
    public InputMember? RawBody => Input.FirstOrDefault(m => m.Location == MemberLocation.RawBody);

    /// <summary>The member that makes a repeated request one; null where the operation has none.</summary>
    public InputMember? IdempotencyToken => Input.FirstOrDefault(m => m.IsIdempotencyToken);

    public override string ToString() => Name;
}
