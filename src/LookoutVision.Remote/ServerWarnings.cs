using LookoutVision.Hosting;

namespace LookoutVision.Remote;

/// <summary>What a user ought to know of the way to a server.</summary>
internal static class ServerWarnings
{
    public static string? Of(Uri endpoint, ConnectionSettings settings) => endpoint switch
    {
        { Scheme: "http", IsLoopback: false } =>
            $"The endpoint {endpoint} is not encrypted: others on the way can read the images and what the requests are signed with. Use https.",
        { Scheme: "https" } when settings.NoVerifySsl =>
            $"The certificate of {endpoint} is not verified: anybody on the way can pose as the server. Trust its certificate instead.",
        _ => null,
    };
}
