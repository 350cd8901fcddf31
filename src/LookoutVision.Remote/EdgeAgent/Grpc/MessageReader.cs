using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace LookoutVision.Remote.EdgeAgent.Grpc;

/// <summary>From the answer to a gRPC call to its message, or to the status that it ended with.</summary>
internal static class MessageReader
{
    /// <summary>A mask of the largest image, and room for what stands around it.</summary>
    private const int MostBytes = (4096 * 4096 * 3) + (1024 * 1024);

    /// <summary>Reads to the end.</summary>
    /// <exception cref="GrpcException">The call ended with another status than OK, or the answer is not gRPC's.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new GrpcException(StatusOf(response.StatusCode), $"The answer has the HTTP status {(int)response.StatusCode}.");
        }

        // Such as application/grpc+proto; application/grpc-web is another protocol.
        var type = response.Content.Headers.ContentType?.MediaType;
        if (type != MessageContent.MediaType && type?.StartsWith(MessageContent.MediaType + "+", StringComparison.Ordinal) != true)
        {
            throw new GrpcException(StatusCode.Unknown, "The answer is not one of gRPC.");
        }

        // An error may come with the headers alone.
        ThrowUnlessOk(response.Headers);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var (message, fault) = await ReadMessageAsync(stream, cancellationToken).ConfigureAwait(false);

            // Where the server says what went wrong, that is more than what came of its message.
            var isOk = ThrowUnlessOk(response.TrailingHeaders) || response.Headers.Contains("grpc-status");
            if (message is not null && !isOk)
            {
                throw new GrpcException(StatusCode.Unknown, "The answer ended without a status.");
            }

            return message ?? throw new GrpcException(isOk ? StatusCode.Internal : StatusCode.Unknown, fault);
        }
    }

    /// <summary>Whether there is a status, and it is OK.</summary>
    private static bool ThrowUnlessOk(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("grpc-status", out var told))
        {
            return false;
        }

        var status = int.TryParse(told.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Enum.IsDefined((StatusCode)number) ? (StatusCode)number : StatusCode.Unknown;
        if (status == StatusCode.Ok)
        {
            return true;
        }

        var message = headers.TryGetValues("grpc-message", out var words) ? Uri.UnescapeDataString(words.First()) : "";
        throw new GrpcException(status, message);
    }

    /// <returns>The message; where there is none, why.</returns>
    private static async Task<(byte[]? Message, string Fault)> ReadMessageAsync(Stream stream, CancellationToken cancellationToken)
    {
        var prefix = new byte[MessageContent.PrefixLength];
        var read = await stream.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (read < prefix.Length)
        {
            return (null, read == 0 ? "The answer has no message." : "The answer's message is cut off.");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1));
        if (prefix[0] != 0)
        {
            throw new GrpcException(StatusCode.Internal, "The answer's message is compressed, which was not asked for.");
        }

        if (length > MostBytes)
        {
            throw new GrpcException(StatusCode.Internal, $"The answer's message has {length} bytes; at most {MostBytes} are taken.");
        }

        var message = new byte[length];
        if (await stream.ReadAtLeastAsync(message, message.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < message.Length)
        {
            return (null, "The answer's message is cut off.");
        }

        // The status comes after the last byte.
        return await stream.ReadAsync(prefix, cancellationToken).ConfigureAwait(false) == 0
            ? (message, "")
            : throw new GrpcException(StatusCode.Internal, "The answer has more than one message.");
    }

    // doc/http-grpc-status-mapping.md
    private static StatusCode StatusOf(HttpStatusCode status) => (int)status switch
    {
        400 => StatusCode.Internal,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.Unimplemented,
        429 or 502 or 503 or 504 => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
