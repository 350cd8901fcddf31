using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace LookoutVision.Engine;

/// <summary>Collects named arrays and writes them as a model file.</summary>
internal sealed class ModelFileWriter
{
    private readonly List<(string Name, ReadOnlyMemory<float> Values)> _arrays = [];

    public void Add(string name, ReadOnlyMemory<float> values) => _arrays.Add((name, values));

    public void Write(Stream stream, ModelFileHeader header)
    {
        var arrays = _arrays.Select(a => new ModelFileHeader.ArrayHeader(a.Name, a.Values.Length)).ToArray();
        var json = JsonSerializer.SerializeToUtf8Bytes(header with { Arrays = arrays }, ModelFileHeader.Json);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var prefix = new byte[ModelFileFormat.PrefixLength];
        ModelFileFormat.Magic.CopyTo(prefix);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(8), ModelFileFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(12), json.Length);
        Append(stream, hash, prefix);
        Append(stream, hash, json);
        foreach (var (_, values) in _arrays)
        {
            Append(stream, hash, LittleEndian(values.Span));
        }

        stream.Write(hash.GetHashAndReset());
    }

    private static void Append(Stream stream, IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        stream.Write(bytes);
    }

    private static ReadOnlySpan<byte> LittleEndian(ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            return MemoryMarshal.AsBytes(values);
        }

        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return bytes;
    }
}
