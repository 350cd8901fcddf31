using System.Text.Json.Nodes;
using LookoutVision.Cli.Output;
using LookoutVision.Cli.Values;
using LookoutVision.Service.Model;
using LookoutVision.Service.Operations;

namespace LookoutVision.Cli.Tests.Output;

public class AnswerTests
{
    private static readonly DetectAnomalyResult Result = new()
    {
        Path = "cookie.jpg",
        IsAnomalous = true,
        Confidence = 0.983975887298584,
        ProjectName = "p1",
        ModelVersion = "1",
        Width = 576,
        Height = 768,
        ContentType = "image/jpeg",
        Duration = TimeSpan.FromMilliseconds(80),
        Anomalies =
        [
            new("background", new PixelAnomaly(0.9818974137306213, "#FFFFFF")),
            new("cracked", new PixelAnomaly(0.018102586269378662, "#23A436")),
        ],
        AnomalyMask = [0xFB, 0xFF],
    };

    private static readonly ModelDescription Model = new()
    {
        ProjectName = "p1",
        ModelVersion = "1",
        ModelArn = "arn:aws:lookoutvision:us-east-1:123456789012:model/p1/1",
        CreationTimestamp = new DateTimeOffset(2021, 8, 16, 23, 40, 0, 123, TimeSpan.FromHours(2)),
        Status = ModelStatus.Hosted,
        StatusMessage = "Model is hosted.",
        Performance = new ModelPerformance { F1Score = 0.8, Recall = 0.8, Precision = 0.9 },
        EvaluationEndTimestamp = new DateTimeOffset(2021, 8, 16, 22, 40, 0, 500, TimeSpan.Zero),
        MinInferenceUnits = 1,
        MaxInferenceUnits = 2,
    };

    [Fact]
    public void DetectAnomalies_AsJson_IsWhatTheAwsCommandPrints() =>
        Assert.Equal(RecordedAnswers.DetectJson, Written(OutputFormat.Json, "DetectAnomalies", Detected(Result)));

    [Fact]
    public void DetectAnomalies_AsText_IsWhatTheAwsCommandPrints() =>
        Assert.Equal(RecordedAnswers.DetectText, Written(OutputFormat.Text, "DetectAnomalies", Detected(Result)));

    [Fact]
    public void DetectAnomalies_OfAClassificationModel_HasNeitherAnomaliesNorMask()
    {
        var shape = Detected(Result with { Anomalies = null, AnomalyMask = null })["DetectAnomalyResult"]!;

        Assert.Equal(["Source", "IsAnomalous", "Confidence"], shape.AsObject().Select(m => m.Key));
    }

    [Fact]
    public void DescribeModel_AsJson_IsWhatTheAwsCommandPrints() =>
        Assert.Equal(RecordedAnswers.DescribeJson, Written(OutputFormat.Json, "DescribeModel", Described));

    [Fact]
    public void DescribeModel_AsText_IsWhatTheAwsCommandPrints() =>
        Assert.Equal(RecordedAnswers.DescribeText, Written(OutputFormat.Text, "DescribeModel", Described));

    [Fact]
    public void ListModels_AsText_IsWhatTheAwsCommandPrints() =>
        Assert.Equal(RecordedAnswers.ListText, Written(OutputFormat.Text, "ListModels", Models(Model)));

    [Fact]
    public void ListModels_AsText_KeepsColumnsWhereAValueIsMissing()
    {
        var lines = Written(OutputFormat.Text, "ListModels", Models(Model with { Performance = null }, Model with { ModelArn = null, Performance = null })).Split('\n');

        Assert.Equal(6, lines[0].Split('\t').Length);
        Assert.Equal(["", "1", "HOSTED"], lines[1].Split('\t')[2..5]);
    }

    [Fact]
    public void StartModel_AsText_IsTheStatusAlone() =>
        Assert.Equal("STARTING_HOSTING\n", Written(OutputFormat.Text, "StartModel", new() { ["Status"] = "STARTING_HOSTING" }));

    private static JsonObject Detected(DetectAnomalyResult result) => new() { ["DetectAnomalyResult"] = DetectionShapes.Result(result) };

    private static JsonObject Described => new() { ["ModelDescription"] = ModelShapes.Description(Model) };

    private static JsonObject Models(params ModelDescription[] models) =>
        new() { ["Models"] = new JsonArray([.. models.Select(m => ModelShapes.Metadata(m))]) };

    private static string Written(OutputFormat format, string operation, JsonObject answer)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var settings = new OutputSettings(format, Query: null, IsColored: false, TerminalWidth: 80);
        new AnswerWriter(output, settings, operation).Write(AnswerReader.Read(ServiceOperations.Get(operation), answer));
        return output.ToString();
    }
}
