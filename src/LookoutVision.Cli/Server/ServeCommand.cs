using System.CommandLine;
using System.Net;
using LookoutVision.Cli.Errors;
using LookoutVision.Local;

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

    private readonly Option<string> _host = new("--host")
    {
        Description = "The address to listen at.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback.ToString(),
    };

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port to listen at; 0: any that is free.",
        HelpName = "N",
        DefaultValueFactory = _ => 8780,
    };

    private readonly Option<int> _trainings = new("--concurrent-trainings")
    {
        Description = "How many models are trained at once.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    public ServeCommand()
        : base("serve", "Serve the Lookout for Vision API from this machine, so that its clients work again.")
    {
        _host.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } host && !IPAddress.TryParse(host, out IPAddress? _))
            {
                result.AddError($"--host takes an IP address, such as 127.0.0.1, not '{host}'.");
            }
        });
        Require(_port, 0, ushort.MaxValue);
        Require(_trainings, 1, 64);
        foreach (var option in new Option[] { _store, _buckets, _host, _port, _trainings })
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
            var settings = new ServerSettings
            {
                Address = IPAddress.Parse(arguments.GetRequiredValue(_host)),
                Port = arguments.GetValue(_port),
            };
            Security.ExposureRule.Require(settings.Address, settings.Keys is not null, settings.Certificate is not null, insecure: false);
            var buckets = arguments.GetValue(_buckets) ?? Environment.GetEnvironmentVariable(BucketFolder.Variable);
            var store = new LocalStore(
                arguments.GetValue(_store) ?? LocalStore.FindRoot(out _),
                string.IsNullOrWhiteSpace(buckets) ? null : new BucketFolder(buckets));
            await new ServeRun(settings, store, arguments.GetValue(_trainings), console.Output).RunAsync(cancellationToken);
            return ExitCode.Success;
        });
    }

    private static void Require(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && (value < least || value > most))
        {
            result.AddError($"{option.Name} takes a number from {least} to {most}, not {value}.");
        }
    });
}
