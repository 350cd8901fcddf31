using LookoutVision.Cli.Server.Metrics;
using LookoutVision.Engine.Imaging;
using LookoutVision.Samples;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Tests.Server.Support;

/// <summary>A hosted model that knows two parts, and a folder that has photographs of them.</summary>
internal sealed class PartsEndpoint : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<int, SamplePart> _parts = [];

    private readonly bool _givesMasks;

    public PartsEndpoint(bool givesMasks = true)
    {
        _givesMasks = givesMasks;
        Good = Draw("good.png", 1, SampleDefect.None);
        Bad = Draw("<b>bad.png", 2, SampleDefect.Stain);
        Broken = _folder["broken.png"];
        File.WriteAllText(Broken, "no image");
        Endpoint = new() { Answer = AnswerAsync };
        Endpoint.Hosted.Add(new(new("flanges", "2"), new(1, null), 1, 0, 0));
    }

    public FakeEndpoint Endpoint { get; }

    public string Good { get; }

    public string Bad { get; }

    public string Broken { get; }

    public void Dispose() => _folder.Dispose();

    private string Draw(string name, int number, SampleDefect defect)
    {
        var part = new SamplePartGenerator(3, 480, 360).Draw(number, defect);
        var bytes = PngEncoder.Encode(part.Photograph);
        _parts.Add(bytes.Length, part);
        File.WriteAllBytes(_folder[name], bytes);
        return _folder[name];
    }

    private Task AnswerAsync(HttpContext context, byte[] body, RequestRecord record)
    {
        Assert.Equal("/2020-11-20/projects/flanges/models/2/detect", context.Request.Path);
        Assert.Equal("image/png", context.Request.ContentType);
        (record.Operation, record.Model) = (RequestRecord.DetectAnomalies, new("flanges", "2"));
        var part = _parts[body.Length];
        var area = part.Mask is { } mask ? mask.Classes.Count(c => c != 0) / (double)mask.Classes.Length : 0;
        record.Result = new()
        {
            Path = "-",
            ProjectName = "flanges",
            ModelVersion = "2",
            IsAnomalous = area > 0,
            Confidence = 0.973,
            Width = part.Photograph.Width,
            Height = part.Photograph.Height,
            ContentType = "image/png",
            Duration = record.Elapsed,
            Anomalies = area > 0 ? [new("background", new(1 - area, "#FFFFFF")), new("stain", new(area, "#23A436"))] : [new("background", new(1, "#FFFFFF"))],
        };
        return context.Response.WriteAsJsonAsync(new
        {
            DetectAnomalyResult = new { record.Result.IsAnomalous, record.Result.Confidence, record.Result.Anomalies, AnomalyMask = _givesMasks ? Paint(part) : null },
        }, new System.Text.Json.JsonSerializerOptions());
    }

    private static byte[] Paint(SamplePart part)
    {
        var size = part.Photograph.Width * part.Photograph.Height;
        var pixels = new byte[size * 3];
        for (var i = 0; i < size; i++)
        {
            ReadOnlySpan<byte> color = part.Mask?.Classes[i] > 0 ? [0x23, 0xA4, 0x36] : [255, 255, 255];
            color.CopyTo(pixels.AsSpan(3 * i));
        }

        return PngEncoder.Encode(new(part.Photograph.Width, part.Photograph.Height, pixels));
    }
}
