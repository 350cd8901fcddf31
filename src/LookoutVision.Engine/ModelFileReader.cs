using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace LookoutVision.Engine;

/// <summary>Reads a model file and hands out its arrays. Nothing of it is trusted before its hash is found right.</summary>
internal sealed class ModelFileReader
{
    private readonly Dictionary<string, float[]> _arrays = new(StringComparer.Ordinal);

    private ModelFileReader(ModelFileHeader header) => Header = header;

    public ModelFileHeader Header { get; }

    /// <exception cref="ModelFormatException">Foreign, damaged, cut off, or of another format version.</exception>
    public static ModelFileReader Read(Stream stream)
    {
        var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        if (!bytes.StartsWith(ModelFileFormat.Magic))
        {
            throw new ModelFormatException("is not a LookoutVision model");
        }

        if (bytes.Length < ModelFileFormat.PrefixLength + ModelFileFormat.HashLength)
        {
            throw new ModelFormatException("is cut off");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (version > ModelFileFormat.Version)
        {
            throw new ModelFormatException(
                $"has format version {version}; this release reads up to {ModelFileFormat.Version}: update LookoutVision");
        }

        if (version < ModelFileFormat.Version)
        {
            throw new ModelFormatException($"has format version {version} of an earlier release; train the model again");
        }

        var content = bytes[..^ModelFileFormat.HashLength];
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes[^ModelFileFormat.HashLength..]))
        {
            throw new ModelFormatException("is damaged or cut off: its checksum is wrong");
        }

        return Parse(content);
    }

    /// <summary>The array of a name, which must have exactly the given number of floats, all finite.</summary>
    public float[] Array(string name, int length)
    {
        if (!_arrays.TryGetValue(name, out var values) || values.Length != length)
        {
            throw new ModelFormatException($"has no array '{name}' of {length} numbers");
        }

        return values.All(float.IsFinite) ? values : throw new ModelFormatException($"has a number in '{name}' that is none");
    }

    private static ModelFileReader Parse(ReadOnlySpan<byte> content)
    {
        var headerLength = BinaryPrimitives.ReadInt32LittleEndian(content[12..]);
        if (headerLength < 0 || headerLength > content.Length - ModelFileFormat.PrefixLength)
        {
            throw new ModelFormatException("has a header longer than itself");
        }

        ModelFileReader reader;
        try
        {
            var header = JsonSerializer.Deserialize<ModelFileHeader>(content.Slice(ModelFileFormat.PrefixLength, headerLength), ModelFileHeader.Json);
            reader = new ModelFileReader(header is { IsWhole: true } ? header : throw new ModelFormatException("has a header in which something is missing"));
        }
        catch (JsonException e)
        {
            throw new ModelFormatException("has a header that cannot be read", e);
        }

        var rest = content[(ModelFileFormat.PrefixLength + headerLength)..];
        foreach (var array in reader.Header.Arrays)
        {
            var length = (long)array.Length * sizeof(float);
            if (length < 0 || length > rest.Length)
            {
                throw new ModelFormatException($"ends within the array '{array.Name}'");
            }

            reader._arrays[array.Name] = Floats(rest[..(int)length]);
            rest = rest[(int)length..];
        }

        return reader;
    }

    private static float[] Floats(ReadOnlySpan<byte> bytes)
    {
        if (BitConverter.IsLittleEndian)
        {
            return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        }

        var values = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        }

        return values;
    }
}
