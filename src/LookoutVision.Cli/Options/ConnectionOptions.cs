using System.CommandLine;
using LookoutVision.Cli.Parameters;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Options;

/// <summary>The options for which host is asked, and how.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string[]> _endpointUrl = OptionsOf.Text(
        "--endpoint-url",
        "Which host: 'local', 'local:PATH' for the store in that folder, or the 'https://' address of a server. "
        + "Absent: what the environment variable AWS_ENDPOINT_URL_LOOKOUTVISION says, else 'local'.",
        "URL");

    private readonly Option<string[]> _profile = OptionsOf.Text("--profile", "The AWS profile with the credentials and the region for a server.", "NAME");

    private readonly Option<string[]> _region = OptionsOf.Text("--region", "The AWS region that requests to a server are signed for.", "REGION");

    private readonly Option<bool> _noSignRequest = OptionsOf.Flag("--no-sign-request", "Do not sign requests, nor look for credentials.");

    private readonly Option<bool> _noVerifySsl = OptionsOf.Flag("--no-verify-ssl", "Take any certificate of the server.");

    private readonly Option<string[]> _caBundle = OptionsOf.Text("--ca-bundle", "A file of certificates (PEM) to trust in place of the system's.", "FILE");

    private readonly Option<string[]> _readTimeout = OptionsOf.Text("--cli-read-timeout", "How many seconds an answer may take; 0: for ever.", "SECONDS");

    private readonly Option<string[]> _connectTimeout = OptionsOf.Text("--cli-connect-timeout", "How many seconds a connection may take; 0: for ever.", "SECONDS");

    private readonly Option<bool> _debug = OptionsOf.Flag("--debug", "Tell on the error stream which host is asked and why.");

    public IEnumerable<Option> All =>
        [_endpointUrl, _profile, _region, _noSignRequest, _noVerifySsl, _caBundle, _readTimeout, _connectTimeout, _debug];

    public string? Profile(ParseResult arguments) => arguments.Last(_profile);

    public bool IsDebugged(ParseResult arguments) => arguments.GetValue(_debug);

    /// <exception cref="UsageException">A number of seconds is none.</exception>
    public ConnectionSettings Read(ParseResult arguments) => new()
    {
        EndpointUrl = arguments.Last(_endpointUrl),
        ProfileName = arguments.Last(_profile),
        Region = arguments.Last(_region),
        NoSignRequest = arguments.GetValue(_noSignRequest),
        NoVerifySsl = arguments.GetValue(_noVerifySsl),
        CaBundle = arguments.Last(_caBundle) is { } file ? ParameterFile.Expand(file) : null,
        ReadTimeout = Seconds(arguments, _readTimeout),
        ConnectTimeout = Seconds(arguments, _connectTimeout),
    };

    private static TimeSpan? Seconds(ParseResult arguments, Option<string[]> option) => arguments.Number(option) switch
    {
        null => null,
        0 => Timeout.InfiniteTimeSpan,
        > 0 and { } seconds => TimeSpan.FromSeconds(seconds),
        { } negative => throw UsageException.OfArgument(option.Name, $"invalid int value: '{negative}'"),
    };
}
