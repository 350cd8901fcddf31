using LookoutVision.Engine.Imaging;

namespace LookoutVision.Benchmarks.Codecs;

/// <summary>The picture to decode: a file that the environment names, else a drawn part of 768x576 pixels.</summary>
internal static class Photograph
{
    private const string FileVariable = "LOOKOUTVISION_BENCHMARK_IMAGE";

    public static byte[] Jpeg()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } path)
        {
            return File.ReadAllBytes(path);
        }

        using var part = typeof(Photograph).Assembly.GetManifestResourceStream("part.jpg")!;
        using var bytes = new MemoryStream();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The same picture, compressed by zlib with the filters that the PNG specification recommends.</summary>
    public static byte[] Png() => PngEncoder.Encode(ImageCodec.Decode(Jpeg()));
}
