using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace LookoutVision.Remote.EdgeAgent.Grpc;

/// <summary>One message as gRPC frames it: a byte that says it is not compressed, its length, and the message.</summary>
internal sealed class MessageContent : HttpContent
{
    /// <summary>What stands before each message.</summary>
    public const int PrefixLength = 5;

    /// <summary>What says that an answer is gRPC's.</summary>
    public const string MediaType = "application/grpc";

    private readonly byte[] _frame;

    public MessageContent(IMessage message)
    {
        var length = message.CalculateSize();
        _frame = new byte[PrefixLength + length];
        BinaryPrimitives.WriteInt32BigEndian(_frame.AsSpan(1), length);
        message.WriteTo(_frame.AsSpan(PrefixLength));
        Headers.ContentType = new MediaTypeHeaderValue(MediaType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_frame, cancellationToken).AsTask();

    // The frame tells the length; gRPC does without the header.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
