using BenchmarkDotNet.Attributes;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;

namespace LookoutVision.Benchmarks.Engine;

/// <summary>One image on one thread. The ratios are to the decoding of the JPEG.</summary>
[MemoryDiagnoser]
public class SingleImageBenchmarks
{
    private byte[] _jpeg = [];
    private byte[] _png = [];
    private RasterImage _image = null!;
    private AnomalyModel _withMasks = null!;
    private AnomalyModel _withoutMasks = null!;

    [GlobalSetup]
    public void Open()
    {
        var workspace = Workspace.Open();
        _jpeg = File.ReadAllBytes(workspace.JpegPath);
        _png = File.ReadAllBytes(workspace.PngPath);
        _image = ImageCodec.Decode(_jpeg);
        _withMasks = workspace.LoadModel(Workspace.WithMasks);
        _withoutMasks = workspace.LoadModel(Workspace.WithoutMasks);
    }

    [Benchmark(Baseline = true)]
    public RasterImage DecodeJpeg() => ImageCodec.Decode(_jpeg);

    [Benchmark]
    public RasterImage DecodePng() => ImageCodec.Decode(_png);

    /// <summary>From decoded pixels to the features of all cells.</summary>
    [Benchmark]
    public int Features()
    {
        var size = _withoutMasks.Scale.For(_image.Width, _image.Height);
        using var image = AlignedImage.Of(WorkingImage.Of(_image, size), null);
        return _withoutMasks.Views.Sum(view =>
        {
            using var features = view.Encoder.Encode(image, size).Features;
            return features.Pixels;
        });
    }

    [Benchmark]
    public Detection DetectJpeg() => _withoutMasks.Detect(ImageCodec.Decode(_jpeg));

    [Benchmark]
    public Detection DetectJpegWithMask() => _withMasks.Detect(ImageCodec.Decode(_jpeg));
}
