using BenchmarkDotNet.Attributes;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;

namespace LookoutVision.Benchmarks.Engine;

/// <summary>One image on one thread. The ratios are to the decoding of the JPEG.</summary>
[MemoryDiagnoser]
public class SingleImageBenchmarks
{
    private byte[] _jpeg = [];
    private byte[] _png = [];
    private AnomalyModel _withMasks = null!;
    private AnomalyModel _withoutMasks = null!;

    [GlobalSetup]
    public void Open()
    {
        var workspace = Workspace.Open();
        _jpeg = File.ReadAllBytes(workspace.JpegPath);
        _png = File.ReadAllBytes(workspace.PngPath);
        _withMasks = workspace.LoadModel(Workspace.WithMasks);
        _withoutMasks = workspace.LoadModel(Workspace.WithoutMasks);
    }

    [Benchmark(Baseline = true)]
    public RasterImage DecodeJpeg() => ImageCodec.Decode(_jpeg);

    [Benchmark]
    public RasterImage DecodePng() => ImageCodec.Decode(_png);

    [Benchmark]
    public Detection DetectJpeg() => _withoutMasks.Detect(ImageCodec.Decode(_jpeg));

    [Benchmark]
    public Detection DetectJpegWithMask() => _withMasks.Detect(ImageCodec.Decode(_jpeg));
}
