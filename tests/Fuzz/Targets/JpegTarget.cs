using LookoutVision.Engine.Tests.Imaging.Jpeg;

namespace LookoutVision.Fuzz.Targets;

/// <summary>JPEG files of every process and sampling.</summary>
internal sealed class JpegTarget : ImageTarget
{
    public override string Name => "jpeg";

    public override IReadOnlyList<byte[]> Seeds { get; } = [.. from object[] row in JpegFixtures.Names select JpegFixtures.File((string)row[0])];

    public override void Mend(byte[] input)
    {
        // A JPEG has no checksum.
    }
}
