using System.CommandLine;
using LookoutVision.Benchmarks.Accuracy.Data;
using LookoutVision.Benchmarks.Accuracy.Figures;
using LookoutVision.Datasets;
using LookoutVision.Engine.Training;

namespace LookoutVision.Benchmarks.Accuracy;

/// <summary>Trains on one part of labelled images, judges the other, and tells how well that went.</summary>
internal sealed class AccuracyCommand : RootCommand
{
    private readonly Argument<string> _path = new("path")
    {
        Description = "A folder with 'normal', 'anomaly' and optionally 'masks', or a manifest.",
    };

    private readonly Option<string?> _anomaly = new("--anomaly")
    {
        Description = "The folder of the anomalous images, below the path, where it is not called 'anomaly'.",
    };

    private readonly Option<bool> _masksBeside = new("--masks-beside")
    {
        Description = "The masks are PNG files beside the JPEG files they belong to, of the same base names.",
    };

    private readonly Option<int> _seeds = new("--seeds")
    {
        Description = "How many random splits: half of each class to train on, the other half to judge.",
        DefaultValueFactory = _ => 5,
    };

    private readonly Option<string?> _split = new("--split")
    {
        Description = "A JSON file with the one split to use: {\"train\":{\"normal\":[FILE,...],\"anomaly\":[...]},\"test\":{...}}.",
    };

    private readonly Option<bool> _normalsOnly = new("--normals-only") { Description = "Train on the normal images alone." };

    private readonly Option<bool> _noMasks = new("--no-masks") { Description = "Train and judge by labels alone." };

    private readonly Option<bool> _resize = new("--resize") { Description = "Take images of several sizes." };

    private readonly Option<string?> _json = new("--json") { Description = "Also write the figures to this file." };

    public AccuracyCommand()
        : base("Measures how accurate the engine is on labelled images.")
    {
        Arguments.Add(_path);
        foreach (var option in new Option[] { _anomaly, _masksBeside, _seeds, _split, _normalsOnly, _noMasks, _resize, _json })
        {
            Options.Add(option);
        }

        _seeds.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() < 1)
            {
                r.AddError("--seeds is at least 1.");
            }
        });
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        try
        {
            Measure(arguments);
            return 0;
        }
        catch (Exception e) when (e is LookoutVisionException or TrainingException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private void Measure(ParseResult arguments)
    {
        var dataset = ReadDataset(arguments);
        var run = new SplitRun(arguments.GetValue(_normalsOnly), arguments.GetValue(_resize));
        var figures = new List<AccuracyFigures>();
        foreach (var split in Splits(arguments, dataset))
        {
            Console.Error.WriteLine($"{split.Name}: {split.Train.Entries.Count} images to train on, {split.Test.Entries.Count} to judge");
            figures.Add(run.Measure(split));
        }

        var report = new AccuracyReport(figures, AccuracyFigures.Mean(figures));
        AccuracyTable.Write(report, Console.Out);
        if (arguments.GetValue(_json) is { } file)
        {
            report.Save(file);
        }
    }

    private Dataset ReadDataset(ParseResult arguments)
    {
        var path = arguments.GetRequiredValue(_path);
        var anomaly = arguments.GetValue(_anomaly);
        var beside = arguments.GetValue(_masksBeside);
        var dataset = anomaly is not null || beside
            ? FolderLayout.Read(path, anomaly ?? "anomaly", beside)
            : Directory.Exists(path) ? DatasetReader.FromFolder(path) : DatasetReader.FromManifest(path);
        var labelled = dataset.Entries.Where(e => e.IsAnomalous is not null);
        return new([.. arguments.GetValue(_noMasks) ? labelled.Select(e => e with { MaskRef = null }) : labelled]);
    }

    private IEnumerable<Split> Splits(ParseResult arguments, Dataset dataset) => arguments.GetValue(_split) is { } file
        ? [SplitFile.Read(file, dataset)]
        : Enumerable.Range(0, arguments.GetValue(_seeds)).Select(seed => SeededSplit.Of(dataset, seed));
}
