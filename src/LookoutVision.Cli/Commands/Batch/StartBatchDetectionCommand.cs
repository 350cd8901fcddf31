using System.CommandLine;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands.Batch;

/// <summary>Has all images of a folder in Amazon S3 judged where they lie.</summary>
internal sealed class StartBatchDetectionCommand : BatchCommand
{
    private readonly Option<string[]> _projectName = OptionsOf.Text(
        "--project-name", "The endpoint whose model is to judge, hosted or not; or the model itself.", "NAME");

    private readonly Option<string[]> _modelVersion = OptionsOf.Text(
        "--model-version", "The endpoint configuration that names the model; absent: the endpoint's own.", "VERSION");

    private readonly Option<string[]> _inputUri = OptionsOf.Text("--input-uri", "The folder of the images, s3://BUCKET/FOLDER.", "URI");

    private readonly Option<string[]> _outputUri = OptionsOf.Text("--output-uri", "The folder for the results, s3://BUCKET/FOLDER.", "URI");

    private readonly Option<string[]> _name = OptionsOf.Text("--name", "What to call it; absent: after the endpoint and the time.", "NAME");

    private readonly Option<string[]> _instanceType = OptionsOf.Text("--instance-type", "What to run on; absent: ml.c5.2xlarge.", "TYPE");

    private readonly Option<string[]> _instanceCount = OptionsOf.Text("--instance-count", "How many of these share the images; absent: 1.", "COUNT");

    public StartBatchDetectionCommand(GlobalOptions global)
        : base(
            "start-batch-detection",
            "StartBatchDetection",
            "Have all images of a folder in Amazon S3 judged by a job of SageMaker, which costs until it is done.",
            global) =>
        Accept(_projectName, _modelVersion, _inputUri, _outputUri, _name, _instanceType, _instanceCount);

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        Require(arguments, _projectName, _inputUri, _outputUri);
        var writer = Writer(arguments);
        var request = RequestOf(arguments);
        var runs = new List<object?>();
        try
        {
            await foreach (var run in ConnectBatches(arguments).StartAsync(request, cancellationToken))
            {
                runs.Add(BatchDetectionShape.Of(run));
            }
        }
        finally
        {
            // Of two jobs the first may run, and cost, where the second was refused.
            if (runs.Count > 0)
            {
                writer.Write(new() { [RunsMember] = runs.ToArray() });
            }
        }

        return ExitCode.Success;
    }

    private BatchDetectionRequest RequestOf(ParseResult arguments)
    {
        var model = new ModelReference(arguments.Last(_projectName)!, arguments.Last(_modelVersion) ?? ModelReference.Latest);
        var request = new BatchDetectionRequest(model, arguments.Last(_inputUri)!, arguments.Last(_outputUri)!) { Name = arguments.Last(_name) };
        var count = arguments.Number(_instanceCount) ?? request.InstanceCount;
        return request with
        {
            InstanceType = arguments.Last(_instanceType) ?? request.InstanceType,
            InstanceCount = count is >= 1 and <= 100 ? count : throw UsageException.OfArgument(_instanceCount.Name, "1 to 100 instances can be asked for"),
        };
    }
}
