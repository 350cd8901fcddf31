using System.Buffers.Binary;
using LookoutVision.Engine.Imaging.Png;
using LookoutVision.Engine.Tests.Imaging.Png;

namespace LookoutVision.Fuzz.Targets;

/// <summary>PNG files of every colour type and depth, interlaced and not.</summary>
internal sealed class PngTarget : ImageTarget
{
    private const int Width = 19;
    private const int Height = 11;

    public override string Name => "png";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. from form in new (int Type, int Depth)[] { (0, 1), (0, 4), (0, 16), (2, 8), (2, 16), (3, 2), (3, 8), (4, 8), (6, 8), (6, 16) }
           from isInterlaced in new[] { false, true }
           select Make(form.Type, form.Depth, isInterlaced),
    ];

    public override void Mend(byte[] input)
    {
        var at = PngDecoder.Signature.Length;
        while (at + 12 <= input.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(input.AsSpan(at));
            if (length > input.Length - at - 12)
            {
                return;
            }

            var content = input.AsSpan(at + 4, 4 + (int)length);
            BinaryPrimitives.WriteUInt32BigEndian(input.AsSpan(at + 8 + (int)length), Crc32.Compute(content));
            at += 12 + (int)length;
        }
    }

    private static byte[] Make(int type, int depth, bool isInterlaced)
    {
        var random = new Random(type + depth);
        var png = new PngFile(Width, Height, type, depth, isInterlaced)
        {
            Palette = type == 3 ? [.. Enumerable.Range(0, 3 << depth).Select(i => (byte)i)] : null,
            Transparency = type == 3 ? [0, 128] : type == 2 ? [0, 1, 0, 2, 0, 3] : null,
        };
        return png.Write([.. Enumerable.Range(0, Width * Height * png.Channels).Select(_ => random.Next(1 << depth))]);
    }
}
