using System.Buffers.Binary;
using Google.Protobuf;

namespace LookoutVision.Remote.Tests.EdgeAgent.Double;

/// <summary>A message as it stands in a gRPC stream: a byte for the compression, four for the length, and the message.</summary>
internal static class Frame
{
    public static byte[] Read(byte[] frame)
    {
        Assert.Equal(0, frame[0]);
        Assert.Equal(frame.Length - 5, (int)BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(1)));
        return frame[5..];
    }

    public static byte[] Write(IMessage message)
    {
        var bytes = message.ToByteArray();
        return [0, (byte)(bytes.Length >> 24), (byte)(bytes.Length >> 16), (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
    }
}
