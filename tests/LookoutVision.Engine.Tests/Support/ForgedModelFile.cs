using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace LookoutVision.Engine.Tests.Support;

/// <summary>Takes a model file apart and puts it together with another header, under a right checksum.</summary>
internal sealed class ForgedModelFile
{
    private readonly byte[] _file;
    private readonly int _headerLength;

    public ForgedModelFile(byte[] file)
    {
        _file = file;
        _headerLength = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(12));
        Header = JsonNode.Parse(file.AsSpan(16, _headerLength))!.AsObject();
    }

    public JsonObject Header { get; }

    /// <summary>The file with another header text, and perhaps another format version or length of the header.</summary>
    public byte[] With(byte[] header, int version = ModelFileFormat.Version, int? headerLength = null)
    {
        var prefix = _file[..16];
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(8), version);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(12), headerLength ?? header.Length);
        byte[] content = [.. prefix, .. header, .. _file[(16 + _headerLength)..^32]];
        return [.. content, .. SHA256.HashData(content)];
    }
}
