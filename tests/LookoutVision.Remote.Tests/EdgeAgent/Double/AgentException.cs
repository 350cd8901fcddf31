namespace LookoutVision.Remote.Tests.EdgeAgent.Double;

/// <summary>Ends a call with a status of gRPC.</summary>
internal sealed class AgentException(int status, string message) : Exception(message)
{
    public int Status => status;
}
