using System.CommandLine;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Datasets;

namespace LookoutVision.Cli.Commands;

/// <summary>Looks for faults of labelled images without training on them; needs no host.</summary>
internal sealed class CheckDatasetCommand : AnswerCommand
{
    private readonly Argument<string> _path = new("PATH")
    {
        Description = "A folder with 'normal', 'anomaly' and optionally 'masks', or with 'train' and 'test'; or a manifest.",
    };

    private readonly GroupingOption _groupBy = new();

    private readonly Option<bool> _resize = OptionsOf.Flag("--resize", "The training will be allowed to resize.");

    public CheckDatasetCommand(GlobalOptions global)
        : base("check-dataset", "CheckDataset", "Look for faults of photographs and labels before training on them.", global)
    {
        Arguments.Add(_path);
        Accept(_groupBy.Option, _resize);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var writer = Writer(arguments);
        var path = arguments.GetRequiredValue(_path);
        var images = File.Exists(path)
            ? new DatasetSplit(DatasetReader.FromManifest(path), null)
            : DatasetReader.FromSplitFolder(path);
        var options = new ModelTrainingOptions { Resize = arguments.GetValue(_resize) };
        var advice = await DatasetInspection.InspectAsync(
            _groupBy.Apply(arguments, images.Train), images.Test, options, cancellationToken);
        writer.Write(new() { ["TrainingAdvice"] = AdviceShape.Of(advice) });
        return ExitCode.Success;
    }
}
