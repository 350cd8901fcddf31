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

        if (response.Content.Headers.ContentType?.MediaType?.StartsWith(MessageContent.MediaType, StringComparison.Ordinal) != true)
        {
            throw new GrpcException(StatusCode.Unknown, "The answer is not one of gRPC.");
        }

        // An error may come with the headers alone.
        ThrowUnlessOk(response.Headers);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var message = await ReadMessageAsync(stream, cancellationToken).ConfigureAwait(false);
            if (!(ThrowUnlessOk(response.TrailingHeaders) || response.Headers.Contains("grpc-status")))
            {
                throw new GrpcException(StatusCode.Unknown, "The answer ended without a status.");
            }

            return message ?? throw new GrpcException(StatusCode.Internal, "The answer has no message.");
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

    private static async Task<byte[]?> ReadMessageAsync(Stream stream, CancellationToken cancellationToken)
    {
        var prefix = new byte[MessageContent.PrefixLength];
        var read = await stream.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (read == 0)
        {
            return null;
        }

        var length = read == prefix.Length ? BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1)) : 0;
        if (read < prefix.Length || prefix[0] != 0)
        {
            throw new GrpcException(StatusCode.Internal, "The answer's message is cut off or compressed.");
        }

        if (length > MostBytes)
        {
            throw new GrpcException(StatusCode.ResourceExhausted, $"The answer's message has {length} bytes; at most {MostBytes} are taken.");
        }

        var message = new byte[length];
        await stream.ReadExactlyAsync(message, cancellationToken).ConfigureAwait(false);

        // The status comes after the last byte.
        return await stream.ReadAsync(prefix, cancellationToken).ConfigureAwait(false) == 0
            ? message
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
