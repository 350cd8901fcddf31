namespace LookoutVision.Remote.EdgeAgent.Grpc;

/// <summary>What it means that a call was reset or a connection broke (grpc/grpc, doc/PROTOCOL-HTTP2.md, "HTTP2 Transport Mapping").</summary>
internal static class Resets
{
    /// <summary>The status that the call ended with.</summary>
    public static StatusCode StatusOf(Exception error)
    {
        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            if (e is HttpProtocolException reset)
            {
                return StatusOf(reset.ErrorCode);
            }
        }

        return StatusCode.Unavailable;
    }

    // RFC 9113, section 7. A stream that is refused was not looked at; a connection that goes away takes its calls along.
    private static StatusCode StatusOf(long code) => code switch
    {
        0x0 or 0x7 => StatusCode.Unavailable,
        0x8 => StatusCode.Cancelled,
        0xB => StatusCode.ResourceExhausted,
        0xC => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };
}
