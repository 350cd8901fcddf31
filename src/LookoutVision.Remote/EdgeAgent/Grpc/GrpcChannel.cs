using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Google.Protobuf;

namespace LookoutVision.Remote.EdgeAgent.Grpc;

/// <summary>Unary gRPC calls over a unix socket (grpc/grpc, doc/PROTOCOL-HTTP2.md).</summary>
/// <param name="socketPath">The socket. It is opened with the first call.</param>
/// <param name="service">The service's full name.</param>
/// <param name="connectTimeout">How long the socket may take to open.</param>
internal sealed class GrpcChannel(string socketPath, string service, TimeSpan connectTimeout)
{
    private const int WindowSize = 16 * 1024 * 1024;

    private static readonly ProductInfoHeaderValue UserAgent =
        new("LookoutVision", typeof(GrpcChannel).Assembly.GetName().Version!.ToString(3));

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        ConnectCallback = (_, cancellationToken) => ConnectAsync(socketPath, cancellationToken),
        ConnectTimeout = connectTimeout,
        EnableMultipleHttp2Connections = true,
        InitialHttp2StreamWindowSize = WindowSize,
        UseCookies = false,
        UseProxy = false,
    });

    /// <summary>Calls a method.</summary>
    /// <param name="method">Its name in the service.</param>
    /// <param name="request">What it is told.</param>
    /// <param name="parser">Reads what it answers.</param>
    /// <param name="timeout">How long the answer may take; the server is told, too.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="GrpcException">The call ended with another status than OK, or did not get there.</exception>
    public async Task<T> CallAsync<T>(
        string method, IMessage request, MessageParser<T> parser, TimeSpan timeout, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var call = RequestOf(method, request, timeout);
            using var response = await _http.SendAsync(call, limit.Token).ConfigureAwait(false);
            return parser.ParseFrom(await MessageReader.ReadAsync(response, limit.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw limit.IsCancellationRequested
                ? new GrpcException(StatusCode.DeadlineExceeded, $"No answer came within {timeout.TotalSeconds:0.#} seconds.", e)
                : new GrpcException(StatusCode.Unavailable, $"The socket did not open within {connectTimeout.TotalSeconds:0.#} seconds.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException and not InvalidProtocolBufferException)
        {
            throw new GrpcException(Resets.StatusOf(e), $"The call was broken off: {e.GetBaseException().Message}", e);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new GrpcException(StatusCode.Internal, "The answer is not a message of the service.", e);
        }
    }

    private HttpRequestMessage RequestOf(string method, IMessage message, TimeSpan timeout)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"http://localhost/{service}/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new MessageContent(message),
        };
        request.Headers.TE.Add(new("trailers"));
        request.Headers.UserAgent.Add(UserAgent);
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            // At most eight digits.
            var milliseconds = Math.Clamp((long)timeout.TotalMilliseconds, 1, 99_999_999);
            request.Headers.Add("grpc-timeout", milliseconds.ToString(CultureInfo.InvariantCulture) + "m");
        }

        return request;
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
