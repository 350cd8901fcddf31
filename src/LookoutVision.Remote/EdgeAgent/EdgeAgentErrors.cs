using System.Net.Sockets;
using LookoutVision.Remote.EdgeAgent.Grpc;

namespace LookoutVision.Remote.EdgeAgent;

/// <summary>From the status of a gRPC call to the library's errors.</summary>
internal static class EdgeAgentErrors
{
    private const int MostTold = 300;
    private const string LogAction = "Look into the agent's log: /greengrass/v2/logs/aws.iot.lookoutvision.EdgeAgent.log.";

    /// <param name="error">What the call ended with.</param>
    /// <param name="method">What was called.</param>
    /// <param name="component">The model component it was about; null where it was about none.</param>
    /// <param name="socketPath">Where the agent was looked for.</param>
    public static LookoutVisionException Read(GrpcException error, string method, string? component, string socketPath)
    {
        if (error.GetBaseException() is SocketException socket)
        {
            return NotReached(socket, socketPath, error);
        }

        var told = Plain(error.Message);
        var message = told.Length > 0 ? told : $"The agent answered {method} with the status {error.Status} and said no more.";
        return error.Status switch
        {
            StatusCode.InvalidArgument or StatusCode.OutOfRange => new ValidationException(message, error) { ResourceId = component },
            StatusCode.NotFound => new ResourceNotFoundException(message, error)
            {
                ResourceId = component,
                ResourceType = "MODEL",
                RecommendedAction = "Give the name of a model component that is deployed to this device: Get-LVModel lists them.",
            },
            StatusCode.FailedPrecondition or StatusCode.Aborted or StatusCode.AlreadyExists => new ConflictException(message, error)
            {
                ResourceId = component,
                ResourceType = "MODEL",
                RecommendedAction = "See the state of the model: Get-LVModel.",
            },
            StatusCode.ResourceExhausted when method == "DetectAnomalies" => new ThrottlingException(message, error)
            {
                ResourceId = component,
                RecommendedAction = "Ask for fewer images at once.",
            },
            StatusCode.ResourceExhausted => new ServiceQuotaExceededException(message, error)
            {
                ResourceId = component,
                RecommendedAction = "Stop another model of the device; each needs memory of its own.",
            },
            StatusCode.PermissionDenied or StatusCode.Unauthenticated => new AccessDeniedException(message, error) { ResourceId = component },
            StatusCode.Unimplemented => new ValidationException($"What listens on '{socketPath}' does not know the call {method}: {message}", error)
            {
                ResourceId = socketPath,
                RecommendedAction = "Name the socket of a Lookout for Vision Edge Agent.",
            },
            StatusCode.DeadlineExceeded => new InternalServerException($"The agent did not answer {method} in time. {message}", error)
            {
                ResourceId = component,
                RecommendedAction = LogAction,
            },
            StatusCode.Unavailable => new InternalServerException($"The agent at '{socketPath}' cannot be asked for {method} now. {message}", error)
            {
                ResourceId = component ?? socketPath,
                RecommendedAction = LogAction,
            },
            _ => new InternalServerException(message, error) { ResourceId = component, RecommendedAction = LogAction },
        };
    }

    private static LookoutVisionException NotReached(SocketException cause, string path, GrpcException error)
    {
        if (cause.SocketErrorCode == SocketError.AccessDenied)
        {
            return new AccessDeniedException($"The socket '{path}' may not be opened.", error)
            {
                ResourceId = path,
                RecommendedAction = "Run this as the agent's user or as one of its group (ggc_user and ggc_group, unless Greengrass was told otherwise).",
            };
        }

        return File.Exists(path)
            ? new InternalServerException($"Nobody answers on the socket '{path}': {cause.Message}.", error)
            {
                ResourceId = path,
                RecommendedAction = "Start the Edge Agent again: greengrass-cli component restart --names aws.iot.lookoutvision.EdgeAgent.",
            }
            : new InternalServerException($"There is no socket '{path}': the Edge Agent does not run here.", error)
            {
                ResourceId = path,
                RecommendedAction = "Run this on the device, and deploy aws.iot.lookoutvision.EdgeAgent to it; for an agent elsewhere on the machine give unix:PATH.",
            };
    }

    /// <summary>In one line.</summary>
    private static string Plain(string text)
    {
        var line = string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostTold ? line : line[..MostTold] + "...";
    }
}
