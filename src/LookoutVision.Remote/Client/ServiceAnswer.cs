using Amazon.Runtime;

namespace LookoutVision.Remote.Client;

/// <summary>What came back.</summary>
/// <typeparam name="T">Its shape.</typeparam>
internal sealed class ServiceAnswer<T> : AmazonWebServiceResponse
{
    public T? Value { get; init; }
}
