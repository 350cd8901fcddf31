using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace LookoutVision.Remote.Client;

/// <summary>From a call to what is sent.</summary>
/// <param name="serviceId">The service's name in the AWS SDKs.</param>
/// <param name="root">What every path begins with.</param>
internal sealed class RequestMarshaller(string serviceId, string root) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var call = (ServiceRequest)input;
        var request = new DefaultRequest(call, serviceId)
        {
            HttpMethod = call.Method,
            ResourcePath = root + call.Path,
            UseQueryString = true,
        };
        for (var i = 0; i < call.Names.Count; i++)
        {
            request.AddPathResource($"{{{i}}}", call.Names[i]);
        }

        foreach (var values in call.Query.GroupBy(q => q.Key, q => q.Value))
        {
            request.ParameterCollection.Add(values.Key, [.. values]);
        }

        if (call.HasClientToken)
        {
            request.Headers["X-Amzn-Client-Token"] = call.ClientToken ?? Guid.NewGuid().ToString();
        }

        foreach (var (name, value) in call.Headers)
        {
            request.Headers[name] = value;
        }

        if (call.Body is not null)
        {
            // The service wants to know the length before the bytes.
            request.ContentStream = call.Body;
            request.Headers["Content-Type"] = call.ContentType!;
            request.Headers["Content-Length"] = call.Body.Length.ToString(CultureInfo.InvariantCulture);
        }

        return request;
    }
}
