using System.Diagnostics;
using System.Globalization;
using LookoutVision.Batch;
using LookoutVision.Cli.Output;
using LookoutVision.Datasets;
using LookoutVision.Export;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Demo;

/// <summary>The demo from the first picture to the last line: draw, train, start, detect, write, stop.</summary>
internal sealed class DemoRun(DemoSettings settings, TextWriter output)
{
    private const string ProjectName = "flange";
    private const int TrainingSeed = 1;
    private const int TestSeed = 2;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = DemoFolder.Claim(settings.Folder);
        var test = Draw(folder);
        var host = HostConnector.Connect($"local:{folder.Store}");
        var model = await TrainAsync(host, folder, cancellationToken);
        await host.Models.StartModelAsync(model, InferenceUnits.One, cancellationToken);
        WriteLine($"Started {model}.");
        try
        {
            var findings = await DetectAsync(host.Models, model, test, cancellationToken);
            Export(folder, findings);
        }
        finally
        {
            await host.Models.StopModelAsync(model, CancellationToken.None);
        }

        WriteLine($"Stopped {model}.");
    }

    private IReadOnlyList<DemoImage> Draw(DemoFolder folder)
    {
        var clock = Stopwatch.StartNew();
        var training = DemoParts.Draw(folder.Training, TrainingSeed, settings.TrainingNormal, settings.TrainingAnomalous, settings);
        var test = DemoParts.Draw(folder.Test, TestSeed, settings.TestNormal, settings.TestAnomalous, settings);
        WriteLine($"Drew {training.Count} parts to learn from and {test.Count} others to inspect in {clock.Elapsed.TotalSeconds:0.0} s.");
        return test;
    }

    private async Task<ModelReference> TrainAsync(HostConnection host, DemoFolder folder, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var dataset = DatasetReader.FromFolder(folder.Training);
        var model = await TrainingProgressBar.ShowAsync(progress => ModelMaker.MakeAsync(
            host.Projects!, ProjectName, dataset, null, new ModelTrainingOptions(), progress, cancellationToken));
        var reference = new ModelReference(model.ProjectName, model.ModelVersion);
        var figures = model.Performance is { } p ? $" (F1 {p.F1Score:0.00}, precision {p.Precision:0.00}, recall {p.Recall:0.00})" : "";
        WriteLine($"Trained {reference} in {clock.Elapsed.TotalSeconds:0.0} s{figures}.");
        return reference;
    }

    private static async Task<List<DemoFinding>> DetectAsync(
        IModelHost host, ModelReference model, IReadOnlyList<DemoImage> images, CancellationToken cancellationToken)
    {
        var sources = images.Select(i => ImageSource.FromFile(i.Path)).ToAsyncEnumerable();
        var findings = new List<DemoFinding>();
        await foreach (var outcome in DetectionBatch.RunAsync(host, model, sources, new BatchOptions(), cancellationToken))
        {
            findings.Add(new DemoFinding(images[findings.Count], outcome.Result ?? throw outcome.Error!));
        }

        return findings;
    }

    private void Export(DemoFolder folder, IReadOnlyList<DemoFinding> findings)
    {
        DemoTable.Write(output, findings);
        var exporter = new MaskExporter(folder.Results, MaskExportKind.Both, overwrite: true);
        var written = findings.Where(f => f.Result.AnomalyMask is not null).Sum(f => exporter.Export(f.Result).Count);
        ResultsCsv.Write(folder.ResultsCsv, findings);
        WriteLine($"{findings.Count(f => f.IsRight)} of {findings.Count} verdicts are right.");
        WriteLine($"Wrote {written} masks and overlays to {Shown(folder, folder.Results)}, and the table to {Shown(folder, folder.ResultsCsv)}.");
    }

    // As the user named the folder, not from the root of the disk.
    private string Shown(DemoFolder folder, string path) =>
        Path.Combine(settings.Folder, Path.GetRelativePath(folder.Root, path));

    private void WriteLine(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
