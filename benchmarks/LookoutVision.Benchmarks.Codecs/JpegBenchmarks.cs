using BenchmarkDotNet.Attributes;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Benchmarks.Codecs;

/// <summary>From a JPEG's bytes to R, G, B, on one thread.</summary>
public class JpegBenchmarks
{
    private readonly byte[] _file = Photograph.Jpeg();
    private readonly TurboJpeg _turbo = new();

    [GlobalSetup]
    public void Agree()
    {
        if (!LookoutVision().AsSpan().SequenceEqual(LibjpegTurbo()))
        {
            throw new InvalidOperationException("The two decoders do not agree, so that their times cannot be compared.");
        }
    }

    [Benchmark(Baseline = true)]
    public byte[] LibjpegTurbo() => _turbo.Decode(_file);

    [Benchmark]
    public byte[] LookoutVision() => ImageCodec.Decode(_file).Pixels;

    [GlobalCleanup]
    public void Close() => _turbo.Dispose();
}
