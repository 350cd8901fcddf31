using System.Text.Json;
using LookoutVision.Datasets;
using LookoutVision.Evaluation;
using LookoutVision.Hosting;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Local;

[Collection(nameof(TrainedStore))]
public sealed class LocalEvaluationTests : IDisposable
{
    private const int Judged = SampleParts.Normals + SampleParts.Anomalies;

    private readonly TempFolder _folder = new();
    private readonly HostConnection _connection;

    public LocalEvaluationTests(TrainedStore trained)
    {
        _connection = trained.CopyTo(_folder);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheEvaluationResultHasTheServicesShape()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(PathOf("evaluation.json")));
        var details = json.RootElement.GetProperty("EvaluationDetails");
        var metrics = json.RootElement.GetProperty("AggregatedEvaluationResults").GetProperty("Metrics");

        Assert.Equal(1, json.RootElement.GetProperty("Version").GetInt32());
        Assert.Equal(["ModelArn", "EvaluationEndTimestamp", "NumberOfTrainingImages", "NumberOfTestingImages"], NamesIn(details));
        Assert.Equal((Judged, Judged), (details.GetProperty("NumberOfTrainingImages").GetInt32(), details.GetProperty("NumberOfTestingImages").GetInt32()));
        Assert.Equal(["ROCAUC", "AveragePrecision", "Precision", "Recall", "F1Score", "PixelAnomalyClassMetrics"], NamesIn(metrics));
        Assert.All(NamesIn(metrics).SkipLast(1), name => Assert.InRange(metrics.GetProperty(name).GetDouble(), 0, 1));
        var label = Assert.Single(metrics.GetProperty("PixelAnomalyClassMetrics").EnumerateArray());
        Assert.Equal(["Precision", "Recall", "F1Score", "AIOU", "ClassName"], NamesIn(label).Take(5));
        Assert.Equal("anomaly", label.GetProperty("ClassName").GetString());
    }

    [Fact]
    public async Task TheEvaluationManifestTellsOfEachImageWhatTheFiguresAreMadeOf()
    {
        var lines = File.ReadAllLines(PathOf("evaluation.manifest")).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var measured = (await DescribeAsync()).Evaluation!;

        Assert.Equal(Judged, lines.Count);
        Assert.All(lines, line =>
        {
            var metadata = line.GetProperty("anomaly-label-detected-metadata");
            Assert.Equal(
                ["class-name", "confidence", "type", "human-annotated", "creation-date", "job-name", "model-arn", "project-name", "model-version"],
                NamesIn(metadata));
            Assert.Equal(metadata.GetProperty("class-name").GetString() == "anomaly" ? 1 : 0, line.GetProperty("anomaly-label-detected").GetInt32());
            Assert.InRange(metadata.GetProperty("confidence").GetDouble(), 0.5, 1);
            Assert.True(DateTime.TryParse(line.GetProperty("source-ref-metadata").GetProperty("creation-date").GetString(), out _));
        });
        var verdicts = lines.Select(l => (Is: l.GetProperty("anomaly-label").GetInt32(), Said: l.GetProperty("anomaly-label-detected").GetInt32())).ToList();
        Assert.Equal(SampleParts.Anomalies, verdicts.Count(v => v.Is == 1));
        Assert.Equal(verdicts.Count(v => v.Is == v.Said) / (double)Judged, measured.Accuracy, 9);
        Assert.Equal(verdicts.Count(v => v is (1, 1)) / (double)SampleParts.Anomalies, measured.Recall, 9);
    }

    [Fact]
    public void TheEvaluationManifestCanBeTrainedOn()
    {
        var dataset = DatasetReader.FromManifest(PathOf("evaluation.manifest"));

        Assert.Equal((Judged, SampleParts.Anomalies), (dataset.Entries.Count, dataset.Entries.Count(e => e.IsAnomalous == true)));
        Assert.Equal(SampleParts.Anomalies, dataset.Entries.Count(e => e.MaskRef is not null));
    }

    [Fact]
    public async Task AModelIsDescribedWithItsEvaluation()
    {
        var model = await DescribeAsync();

        var measured = model.Evaluation!;
        Assert.Equal((EvaluationMethod.CrossValidation, Judged, SampleParts.Anomalies), (measured.Method, measured.Images, measured.AnomalousImages));
        Assert.Equal(model.Performance, new() { F1Score = measured.F1Score, Recall = measured.Recall, Precision = measured.Precision });
        Assert.InRange(measured.ExpectedCalibrationError, 0, 0.5);
        Assert.Equal(measured.MeanIoU, Assert.Single(measured.Labels).AverageIoU);
        Assert.Equal((PathOf("evaluation.json"), PathOf("evaluation.manifest")), (model.EvaluationResult, model.EvaluationManifest));
    }

    [Fact]
    public async Task ATestDatasetIsWhatAModelIsJudgedBy()
    {
        using var images = new TempFolder();
        var train = SampleParts.Write(images, "train", anomalies: 0);
        var mislabelled = SampleParts.Write(images, "test", 0, 2, masks: false).Entries.Select(e => e with { IsAnomalous = false });
        var test = new Dataset([.. mislabelled, train.Entries[0]]);

        var model = await ModelMaker.MakeAsync(_connection.Projects!, "judged", train, test, new(), null, default);

        Assert.Equal((EvaluationMethod.TestDataset, 3, 0), (model.Evaluation!.Method, model.Evaluation.Images, model.Evaluation.AnomalousImages));
        Assert.Equal(test.Entries.Take(2).Select(e => e.SourceRef), model.Evaluation.WrongImages.Select(v => v.Path));
        Assert.All(model.Evaluation.WrongImages, v => Assert.True(v is { IsAnomalous: false, DetectedAnomalous: true, Confidence: > 0.5 }));
    }

    [Fact]
    public async Task AnEvaluationOfAnEarlierReleaseIsReadAsFarAsItGoes()
    {
        File.Delete(PathOf("evaluation.manifest"));
        File.WriteAllText(PathOf("evaluation.json"), """
            {"Version":1,"EvaluationDetails":{"ModelArn":"plates/1","EvaluationEndTimestamp":"2026-01-02T03:04:05Z","NumberOfTrainingImages":15,"NumberOfTestingImages":15},
             "AggregatedEvaluationResults":{"Metrics":{"ROCAUC":0.9,"Precision":0.8,"Recall":0.7,"F1Score":0.75}},"WrongImages":["/a.png","/b.png"]}
            """);

        var model = await DescribeAsync();

        Assert.Equal((0.9, 0.75, null), (model.Evaluation!.RocAuc, model.Evaluation.F1Score, model.Evaluation.Method));
        Assert.Empty(model.Evaluation.WrongImages);
        Assert.Null(model.EvaluationManifest);
    }

    private Task<ModelDescription> DescribeAsync() => _connection.Models.DescribeModelAsync(TrainedStore.Model, default);

    private string PathOf(string name) => _folder.PathOf("projects", TrainedStore.Project, "models", "1", name);

    private static IEnumerable<string> NamesIn(JsonElement json) => json.EnumerateObject().Select(m => m.Name);
}
