using System.CommandLine;
using LookoutVision.Benchmarks.Accuracy.Data;
using LookoutVision.Benchmarks.Accuracy.Figures;
using LookoutVision.Benchmarks.Accuracy.Synthetic;
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
        Description = "How many random splits: half of each class to train on, the other half to judge. With --split, how many trainings.",
        DefaultValueFactory = _ => 5,
    };

    private readonly Option<int> _folds = new("--folds")
    {
        Description = "Judge every image once, in so many folds, by a model that learned from the others.",
    };

    private readonly Option<string?> _split = new("--split")
    {
        Description = "A JSON file with the one split to use: {\"train\":{\"normal\":[FILE,...],\"anomaly\":[...]},\"test\":{...}}.",
    };

    private readonly Option<bool> _normalsOnly = new("--normals-only") { Description = "Train on the normal images alone." };

    private readonly Option<bool> _noMasks = new("--no-masks") { Description = "Train by labels alone." };

    private readonly Option<bool> _resize = new("--resize") { Description = "Take images of several sizes." };

    private readonly Option<bool> _synthetic = new("--synthetic")
    {
        Description = "Train on half of the normal images; judge the others as they are, and with a small defect painted on each.",
    };

    private readonly Option<double> _defectSize = new("--defect-size")
    {
        Description = $"The size of painted defects, in pixels of an image whose long side is {DefectPainter.ReferenceSide}.",
        DefaultValueFactory = _ => 16,
    };

    private readonly Option<string?> _pictures = new("--pictures") { Description = "Write the painted pictures to this folder." };

    private readonly Option<string?> _json = new("--json") { Description = "Also write the figures to this file." };

    public AccuracyCommand()
        : base("Measures how accurate the engine is on labelled images.")
    {
        Arguments.Add(_path);
        Option[] options =
        [
            _anomaly, _masksBeside, _seeds, _folds, _split, _normalsOnly, _noMasks, _resize, _synthetic, _defectSize, _pictures, _json,
        ];
        foreach (var option in options)
        {
            Options.Add(option);
        }

        RequireAtLeast(_seeds, 1);
        RequireAtLeast(_folds, 2);
        RequireAtLeast(_defectSize, 1);
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

    private static void RequireAtLeast<T>(Option<T> option, T least)
        where T : IComparable<T> => option.Validators.Add(result =>
        {
            if (result is { Implicit: false, Tokens.Count: > 0 } && result.GetValueOrDefault<T>()!.CompareTo(least) < 0)
            {
                result.AddError($"{option.Name} is at least {least}.");
            }
        });

    private void Measure(ParseResult arguments)
    {
        var splits = Splits(arguments, ReadDataset(arguments)).Select(split =>
        {
            Console.Error.WriteLine($"{split.Name}: {split.Train.Entries.Count} images to train on, {split.Test.Entries.Count} to judge");
            return split;
        });
        if (arguments.GetValue(_synthetic))
        {
            var synthetic = new SyntheticRun(arguments.GetValue(_defectSize), arguments.GetValue(_resize), arguments.GetValue(_pictures));
            var found = splits.Select(synthetic.Measure).ToList();
            Tell(arguments, new Report<SyntheticFigures>(found, SyntheticFigures.Mean(found)), SyntheticTable.Write);
            return;
        }

        var run = new SplitRun(arguments.GetValue(_normalsOnly), arguments.GetValue(_noMasks), arguments.GetValue(_resize));
        var figures = splits.Select(run.Measure).ToList();
        var whole = arguments.GetValue(_folds) > 0 ? run.MeasureTogether() : AccuracyFigures.Mean(figures);
        Tell(arguments, new Report<AccuracyFigures>(figures, whole), AccuracyTable.Write);
    }

    private void Tell<T>(ParseResult arguments, Report<T> report, Action<Report<T>, TextWriter> write)
    {
        write(report, Console.Out);
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
        return new([.. dataset.Entries.Where(e => e.IsAnomalous is not null)]);
    }

    private IEnumerable<Split> Splits(ParseResult arguments, Dataset dataset)
    {
        var seeds = Enumerable.Range(0, arguments.GetValue(_seeds));
        return arguments.GetValue(_split) is { } file ? SplitFile.Read(file, dataset, seeds)
            : arguments.GetValue(_folds) is var folds and > 0 ? FoldSplits.Of(dataset, folds, 0)
            : seeds.Select(seed => SeededSplit.Of(dataset, seed));
    }
}
