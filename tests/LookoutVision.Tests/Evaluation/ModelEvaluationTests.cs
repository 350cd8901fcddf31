using LookoutVision.Datasets;
using LookoutVision.Evaluation;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Evaluation;

public sealed class ModelEvaluationTests : IDisposable
{
    private const int Green = 0x23A436;
    private const int Blue = 0x1F77B4;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task VerdictsAreComparedWithLabelsAndFailuresCountInNoFigure()
    {
        // Two of three defects found, one of two good parts called defective, one image unreadable.
        var verdicts = new Dictionary<string, (bool IsAnomalous, double Confidence)>
        {
            ["n1"] = (false, 0.9),
            ["n2"] = (true, 0.6),
            ["a1"] = (true, 0.9),
            ["a2"] = (true, 0.8),
            ["a3"] = (false, 0.7),
        };
        var host = HostOf([], image => verdicts.TryGetValue(Path.GetFileName(image), out var v)
            ? FakeHost.Result(image, v.IsAnomalous, v.Confidence)
            : throw new ValidationException($"'{image}' is empty."));
        var dataset = new Dataset([
            Entry("n1", false), Entry("a1", true), Entry("broken", true), Entry("unlabelled", null), Entry("n2", false), Entry("a2", true), Entry("a3", true)]);
        var told = new Told();

        var measured = await ModelEvaluation.MeasureAsync(host, FakeHost.Model, dataset, new(), told, default);

        Assert.Equal((5, "parts", "1"), (measured.Images, measured.ProjectName, measured.ModelVersion));
        Assert.Equal((3 / 5.0, 2 / 3.0, 2 / 3.0), (measured.Accuracy, measured.Precision, measured.Recall));
        // Scores: n1 .1, n2 .6, a1 .9, a2 .8, a3 .3: five of the six pairs are in order.
        Assert.Equal(5 / 6.0, measured.RocAuc, 9);
        Assert.Equal(
            [("n2", false, true, 0.6), ("a3", true, false, 0.7)],
            measured.WrongImages.Select(v => (Path.GetFileName(v.Path), v.IsAnomalous, v.DetectedAnomalous, v.Confidence)));
        Assert.Equal((EvaluationMethod.LabeledImages, 3), (measured.Method, measured.AnomalousImages));
        // Bins .6: one wrong of .6; .7: one wrong of .7; .8: one right of .8; .9: two right of .9.
        Assert.Equal((0.6 + 0.7 + 0.2 + 0.2) / 5, measured.ExpectedCalibrationError, 9);
        Assert.Equal(["broken"], measured.FailedImages.Select(f => Path.GetFileName(f.Path)));
        Assert.Null(measured.MeanIoU);
        Assert.Equal(6, told.Last);
    }

    [Fact]
    public async Task OfGoodPartsAloneNothingCanBeFoundAndOnlyFalseAlarmsAreTold()
    {
        var host = HostOf([], image => FakeHost.Result(image, Path.GetFileName(image) == "n2", 0.8));

        var measured = await ModelEvaluation.MeasureAsync(host, FakeHost.Model, new([Entry("n1", false), Entry("n2", false)]), new(), null, default);

        Assert.Equal((0, 0.5), (measured.AnomalousImages, measured.Accuracy));
        Assert.All([measured.Precision, measured.Recall, measured.F1Score, measured.RocAuc], figure => Assert.Equal(double.NaN, figure));
        Assert.Equal("n2", Path.GetFileName(Assert.Single(measured.WrongImages).Path));
    }

    [Fact]
    public async Task MasksAreComparedByLabelWhateverTheirColours()
    {
        var truth = new Picture(64, 64).Rectangle(0, 0, 20, 10, Green).Rectangle(40, 40, 10, 10, Blue);
        var found = new Picture(64, 64).Rectangle(0, 5, 20, 10, 0xD62728).Rectangle(40, 40, 10, 10, 0x9467BD);
        var dataset = new Dataset([
            Entry("a", true, truth, new() { ["#23A436"] = "scratch", ["#1F77B4"] = "hole" }),
            Entry("n", false)]);
        var host = HostOf(["hole", "scratch", "nowhere"], image => FakeHost.Result(image, isAnomalous: true) with
        {
            Anomalies =
            [
                new("background", new(0.9, "#FFFFFF")),
                new("scratch", new(0.05, "#d62728")),
                new("hole", new(0.05, "#9467BD")),
            ],
            AnomalyMask = Path.GetFileName(image) == "a" ? found.ToPng() : new Picture(64, 64).ToPng(),
        });

        var measured = await ModelEvaluation.MeasureAsync(host, FakeHost.Model, dataset, new(), null, default);

        Assert.Equal(["hole", "scratch", "nowhere"], measured.Labels.Select(l => l.Name));
        Assert.Equal([1, 1 / 3.0, 0], measured.Labels.Select(l => l.PooledIoU));
        Assert.Equal(2 / 3.0, measured.MeanIoU!.Value, 9);
    }

    [Fact]
    public async Task OneUnnamedTypeIsTheModelsOnlyType()
    {
        var mask = new Picture(64, 64).Rectangle(0, 0, 10, 10, Green);
        var host = HostOf(["cracked"], image => FakeHost.Result(image, isAnomalous: true) with
        {
            Anomalies = [new("background", new(0.9, "#FFFFFF")), new("cracked", new(0.1, "#23A436"))],
            AnomalyMask = mask.ToPng(),
        });
        var dataset = new Dataset([Entry("a", true, mask, new() { ["#23A436"] = "anomaly" })]);

        var measured = await ModelEvaluation.MeasureAsync(host, FakeHost.Model, dataset, new(), null, default);

        Assert.Equal(("cracked", 1), (Assert.Single(measured.Labels).Name, measured.MeanIoU));
    }

    [Fact]
    public async Task AMaskThatCannotBeComparedIsThatImagesFailure()
    {
        var labels = new Dictionary<string, string> { ["#23A436"] = "cracked" };
        var host = HostOf(["cracked"], image => FakeHost.Result(image) with
        {
            Anomalies = [new("background", new(1, "#FFFFFF"))],
            AnomalyMask = new Picture(64, 64).ToPng(),
        });
        var dataset = new Dataset([
            Entry("good", true, new Picture(64, 64), labels),
            Entry("bad", true, new Picture(64, 64).Rectangle(0, 0, 5, 5, 0xFF0000), labels)]);

        var measured = await ModelEvaluation.MeasureAsync(host, FakeHost.Model, dataset, new(), null, default);

        Assert.Equal(1, measured.Images);
        Assert.Contains("#FF0000", Assert.Single(measured.FailedImages).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADatasetWithNothingToMeasureIsRefused()
    {
        var host = HostOf([], image => throw new ValidationException($"'{image}' is empty."));

        await Assert.ThrowsAsync<ValidationException>(
            () => ModelEvaluation.MeasureAsync(host, FakeHost.Model, new([Entry("u", null)]), new(), null, default));
        var none = await Assert.ThrowsAsync<ValidationException>(
            () => ModelEvaluation.MeasureAsync(host, FakeHost.Model, new([Entry("x", true)]), new(), null, default));
        Assert.Contains("is empty", none.Message, StringComparison.Ordinal);
    }

    private static FakeHost HostOf(IReadOnlyList<string> labels, Func<string, DetectAnomalyResult> detect)
    {
        var host = new FakeHost((image, _) => Task.FromResult(detect(image.Name)));
        host.Models.Add(FakeHost.Describe("parts", "1", ModelStatus.Hosted) with { Labels = labels });
        return host;
    }

    private DatasetEntry Entry(string name, bool? isAnomalous, Picture? mask = null, Dictionary<string, string>? labels = null) => new()
    {
        SourceRef = _folder.Write(name, Picture.Plain()),
        IsAnomalous = isAnomalous,
        MaskRef = mask is null ? null : _folder.Write($"masks/{name}.png", mask.ToPng()),
        MaskLabels = labels ?? [],
    };

    private sealed class Told : IProgress<int>
    {
        public int Last { get; private set; }

        public void Report(int value) => Last = value;
    }
}
