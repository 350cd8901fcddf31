using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace LookoutVision.Remote.Client;

/// <summary>From what came back to an answer or an error.</summary>
/// <typeparam name="T">The shape of the answer.</typeparam>
internal sealed class AnswerUnmarshaller<T> : JsonResponseUnmarshaller
{
    public static AnswerUnmarshaller<T> Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        if (typeof(T) == typeof(NoAnswer))
        {
            return new ServiceAnswer<T>();
        }

        var value = JsonSerializer.Deserialize<T>(input.Stream, Json.Options);
        return new ServiceAnswer<T> { Value = value ?? throw new JsonException("The answer is empty.") };
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        ServiceErrorException.Read(input.ResponseData, input.Stream, statusCode, innerException);
}
