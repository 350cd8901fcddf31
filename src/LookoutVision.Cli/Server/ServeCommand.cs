using System.CommandLine;
using LookoutVision.Cli.Errors;
using LookoutVision.Local;
using Microsoft.Extensions.Logging;

namespace LookoutVision.Cli.Server;

/// <summary>Serves the Lookout for Vision API.</summary>
internal sealed class ServeCommand : Command
{
    private readonly Option<string?> _store = new("--store")
    {
        Description = "The folder with projects and models; absent: the environment variable LOOKOUTVISION_HOME, else this account's data folder.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _buckets = new("--buckets")
    {
        Description = "The folder that stands for Amazon S3: s3://BUCKET/KEY is FOLDER/BUCKET/KEY. Absent: the environment variable LOOKOUTVISION_BUCKETS.",
        HelpName = "FOLDER",
    };

    private readonly Option<int> _trainings = new("--concurrent-trainings")
    {
        Description = "How many models are trained at once.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly ServerOptions _server = new();

    public ServeCommand()
        : base("serve", "Serve the Lookout for Vision API from this machine, so that its clients work again.")
    {
        ServerOptions.RequireRange(_trainings, 1, 64);
        foreach (var option in new Option[] { _store, _buckets, _trainings }.Concat(_server.All))
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var console = arguments.InvocationConfiguration;
        return ErrorReport.GuardAsync("Serve", console.Error, async () =>
        {
            using var logs = LoggerFactory.Create(ServeLog.To(_server.LogFormatOf(arguments)));
            var log = logs.CreateLogger(ServeLog.Name);
            var settings = _server.Read(arguments, fault => Metrics.RequestLog.NotReloaded(log, fault.Message));
            var buckets = arguments.GetValue(_buckets) ?? Environment.GetEnvironmentVariable(BucketFolder.Variable);
            var store = new LocalStore(
                arguments.GetValue(_store) ?? LocalStore.FindRoot(out _),
                string.IsNullOrWhiteSpace(buckets) ? null : new BucketFolder(buckets));
            await new ServeRun(settings, store, arguments.GetValue(_trainings), console.Output, logs).RunAsync(cancellationToken);
            return ExitCode.Success;
        });
    }
}
