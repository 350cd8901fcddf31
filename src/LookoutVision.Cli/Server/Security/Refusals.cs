namespace LookoutVision.Cli.Server.Security;

/// <summary>The refusals there are, in AWS's words where those are known, so that people find what they know.</summary>
internal static class Refusals
{
    private const int Forbidden = 403;

    public static RequestRefusedException MissingToken() => new(
        Forbidden,
        "MissingAuthenticationTokenException",
        "Missing Authentication Token. This server takes signed requests only: give the client an access key of the server.");

    public static RequestRefusedException Incomplete(string reason) => new(Forbidden, "IncompleteSignatureException", reason);

    public static RequestRefusedException Presigned() => Incomplete(
        "A signature in the query (a presigned URL) is not taken. Sign with the Authorization header.");

    public static RequestRefusedException UnknownKey() => new(
        Forbidden,
        "UnrecognizedClientException",
        "The security token included in the request is invalid. The access key is not one of this server's own.");

    public static RequestRefusedException SessionToken() => new(
        Forbidden,
        "UnrecognizedClientException",
        "The security token included in the request is invalid. This server has access keys of its own, which need no session token.");

    public static RequestRefusedException WrongSignature() => Invalid(
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing "
        + "method. A proxy on the way must leave path, query and the Host header as they are.");

    public static RequestRefusedException Invalid(string reason) => new(Forbidden, "InvalidSignatureException", reason);

    public static RequestRefusedException ForeignHost(string host) => new(
        Forbidden,
        "AccessDeniedException",
        $"The host '{host}' is not one of this server's. Use its address, or name the host with --allowed-host.");

    public static RequestRefusedException ForeignPage() => new(
        Forbidden, "AccessDeniedException", "Requests that another web page makes are not carried out.");
}
