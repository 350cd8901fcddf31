using BenchmarkDotNet.Attributes;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Benchmarks.Codecs;

/// <summary>From a PNG's bytes to R, G, B, on one thread.</summary>
public class PngBenchmarks
{
    private readonly byte[] _file = Photograph.Png();

    [GlobalSetup]
    public void Agree()
    {
        if (!LookoutVision().AsSpan().SequenceEqual(Libpng()))
        {
            throw new InvalidOperationException("The two decoders do not agree, so that their times cannot be compared.");
        }
    }

    [Benchmark(Baseline = true)]
    public byte[] Libpng() => LibPng.Decode(_file);

    [Benchmark]
    public byte[] LookoutVision() => ImageCodec.Decode(_file).Pixels;
}
