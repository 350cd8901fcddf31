using System.CommandLine;
using LookoutVision.Cli.Options;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands.Batch;

/// <summary>A command about images in Amazon S3 that are judged where they lie.</summary>
internal abstract class BatchCommand(string name, string operation, string description, GlobalOptions global)
    : AnswerCommand(name, operation, description, global)
{
    protected const string RunMember = "BatchDetection";

    protected const string RunsMember = "BatchDetections";

    /// <exception cref="ConfigurationException">The host that is meant has none.</exception>
    protected IBatchDetections ConnectBatches(ParseResult arguments)
    {
        var host = Connect(arguments);
        return host.Batches ?? throw new ConfigurationException(
            $"{host.Description.TrimEnd('.')}: it judges images that are sent to it, and has no batch detections. "
            + "Name a region of SageMaker with --endpoint-url sagemaker://REGION, or judge the images with detect-anomalies.");
    }

    /// <exception cref="UsageException">An option is not given.</exception>
    protected static void Require(ParseResult arguments, params Option<string[]>[] options)
    {
        var missing = options.Where(option => arguments.Last(option) is null).Select(option => option.Name).ToList();
        if (missing.Count > 0)
        {
            throw UsageException.Missing(missing);
        }
    }
}
