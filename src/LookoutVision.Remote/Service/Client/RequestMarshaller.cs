using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace LookoutVision.Remote.Service.Client;

/// <summary>From a call to what is sent.</summary>
internal sealed class RequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static RequestMarshaller Instance { get; } = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var call = (ServiceRequest)input;
        var request = new DefaultRequest(call, "LookoutVision")
        {
            HttpMethod = call.Method,
            ResourcePath = $"/2020-11-20/{call.Path}",
            UseQueryString = true,
        };
        for (var i = 0; i < call.Names.Count; i++)
        {
            request.AddPathResource($"{{{i}}}", call.Names[i]);
        }

        if (call.NextToken is not null)
        {
            request.Parameters.Add("nextToken", call.NextToken);
        }

        if (call.HasClientToken)
        {
            request.Headers["X-Amzn-Client-Token"] = Guid.NewGuid().ToString();
        }

        if (call.Body is not null)
        {
            // The service wants to know the length before the bytes.
            request.Content = call.Body;
            request.Headers["Content-Type"] = call.ContentType!;
            request.Headers["Content-Length"] = call.Body.Length.ToString(CultureInfo.InvariantCulture);
        }

        return request;
    }
}
