using System.Globalization;
using LookoutVision.Cli.Server;
using LookoutVision.Cli.Server.Metrics;
using LookoutVision.Cli.Tests.Server.Support;

namespace LookoutVision.Cli.Tests.Server;

public sealed class MetricsTests
{
    private const string Labels = "ProjectName=\"flanges\",ModelVersion=\"2\"";

    [Fact]
    public async Task TheServiceCountsAreTold()
    {
        using var parts = new PartsEndpoint();
        await using var server = await RunningServer.StartAsync(endpoint: parts.Endpoint);
        foreach (var file in new[] { parts.Good, parts.Bad, parts.Bad })
        {
            using var content = new ByteArrayContent(await File.ReadAllBytesAsync(file));
            content.Headers.ContentType = new("image/png");
            (await server.Client.PostAsync("/2020-11-20/projects/flanges/models/2/detect", content)).EnsureSuccessStatusCode();
        }

        server.Server.Status.Record(new() { Operation = RequestRecord.DetectAnomalies, Model = new("flanges", "2"), StatusCode = 429 });
        server.Server.Status.Record(new() { Operation = RequestRecord.DetectAnomalies, Model = new("flanges", "2"), StatusCode = 400 });
        var metrics = Parse(await server.Client.GetStringAsync("/metrics"));
        Assert.Equal(2, metrics[$"LookoutVision_DetectedAnomalyCount{{{Labels}}}"]);
        Assert.Equal(3, metrics[$"LookoutVision_ProcessedImageCount{{{Labels}}}"]);
        Assert.Equal(3, metrics[$"LookoutVision_SuccessfulRequestCount{{{Labels}}}"]);
        Assert.Equal(1, metrics[$"LookoutVision_InvalidImageCount{{{Labels}}}"]);
        Assert.Equal(1, metrics[$"LookoutVision_ErrorCount{{{Labels}}}"]);
        Assert.Equal(1, metrics[$"LookoutVision_ThrottledCount{{{Labels}}}"]);
        Assert.Equal(5, metrics[$"LookoutVision_Time_count{{{Labels}}}"]);
        Assert.Equal(5, metrics[$"LookoutVision_Time_bucket{{{Labels},le=\"+Inf\"}}"]);
        Assert.Equal(1, metrics[$"LookoutVision_InServiceInferenceUnits{{{Labels}}}"]);
        Assert.Contains(metrics.Keys, k => k.StartsWith("dotnet_process_memory_working_set_bytes", StringComparison.Ordinal));

        parts.Endpoint.Hosted.Clear();
        Assert.DoesNotContain("InServiceInferenceUnits{", await server.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MetricsCanBeOpenedToThoseWhoCannotSign()
    {
        await using var server = await RunningServer.StartAsync(new ServerSettings { Keys = RunningServer.Keys, AreMetricsOpen = true });
        Assert.Contains("# TYPE LookoutVision_BufferedBytes gauge", await server.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await server.AskAsync(HttpMethod.Get, "/page/status")).Status);
    }

    /// <summary>Every line of the text format: a comment, or a name, labels and a number. A family's lines stand together.</summary>
    private static Dictionary<string, double> Parse(string text)
    {
        var values = new Dictionary<string, double>();
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (var line in text.TrimEnd('\n').Split('\n').Where(l => l[0] != '#'))
        {
            var split = line.LastIndexOf(' ');
            Assert.Matches("^[a-zA-Z_][a-zA-Z0-9_]*({.*})?$", line[..split]);
            values.Add(line[..split], double.Parse(line[(split + 1)..], CultureInfo.InvariantCulture));
        }

        return values;
    }
}
