using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Output;
using LookoutVision.Datasets;

namespace LookoutVision.Cli.Commands;

/// <summary>Looks for faults of labelled images without training on them; needs no host.</summary>
internal sealed class CheckDatasetCommand : Command
{
    private readonly Argument<string> _path = new("PATH")
    {
        Description = "A folder with 'normal', 'anomaly' and optionally 'masks', or with 'train' and 'test'; or a manifest.",
    };

    private readonly Option<string?> _groupBy = CreateModelCommand.GroupByOption();

    private readonly Option<bool> _resize = new("--resize") { Description = "The training will be allowed to resize." };

    private readonly Option<OutputFormat> _output = OutputOption.New();

    public CheckDatasetCommand()
        : base("check-dataset", "Look for faults of photographs and labels before training on them.")
    {
        Arguments.Add(_path);
        foreach (var option in new Option[] { _groupBy, _resize, _output })
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var console = arguments.InvocationConfiguration;
        return ErrorReport.GuardAsync("CheckDataset", console.Error, async () =>
        {
            var path = arguments.GetRequiredValue(_path);
            var images = File.Exists(path)
                ? new DatasetSplit(DatasetReader.FromManifest(path), null)
                : DatasetReader.FromSplitFolder(path);
            var train = arguments.GetValue(_groupBy) is { } pattern ? DatasetGrouping.ByPattern(images.Train, pattern) : images.Train;
            var options = new ModelTrainingOptions { Resize = arguments.GetValue(_resize) };
            var advice = await DatasetInspection.InspectAsync(train, images.Test, options, cancellationToken);
            var answer = new JsonObject { ["TrainingAdvice"] = AdviceShape.Of(advice) };
            AnswerWriter.Write(console.Output, arguments.GetValue(_output), "CheckDataset", answer);
            return ExitCode.Success;
        });
    }
}
