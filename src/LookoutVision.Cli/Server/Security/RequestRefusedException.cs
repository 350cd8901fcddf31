namespace LookoutVision.Cli.Server.Security;

/// <summary>A request that is not carried out, with one of the error codes that are common to all AWS services.</summary>
internal sealed class RequestRefusedException(int statusCode, string errorCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public string ErrorCode { get; } = errorCode;
}
