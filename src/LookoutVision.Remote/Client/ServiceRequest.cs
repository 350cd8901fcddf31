using Amazon.Runtime;

namespace LookoutVision.Remote.Client;

/// <summary>One call of an operation.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="path">What follows the root of the service; parts that callers name are in <paramref name="names"/>, as <c>{0}</c> and so on.</param>
/// <param name="names">The names in the path, not encoded.</param>
internal sealed class ServiceRequest(string method, string path, params string[] names) : AmazonWebServiceRequest
{
    public string Method { get; } = method;

    public string Path { get; } = path;

    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The body, which can be read again; absent where there is none.</summary>
    public Stream? Body { get; init; }

    /// <summary>What the body is; absent where there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Headers that the operation has of its own; they are signed.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the call changes something, so that a repetition must be known as one.</summary>
    public bool HasClientToken { get; init; }

    /// <summary>The token of such a call; absent: one is made up.</summary>
    public string? ClientToken { get; init; }

    /// <summary>What the query says; a name may be there several times.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];
}
