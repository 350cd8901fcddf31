namespace LookoutVision.Remote.EdgeAgent.Grpc;

/// <summary>A gRPC call that did not end well; the message is the server's own, where it sent one.</summary>
internal sealed class GrpcException(StatusCode status, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public StatusCode Status => status;
}
