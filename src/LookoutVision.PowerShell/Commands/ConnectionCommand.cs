using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Hosting;

namespace LookoutVision.Commands;

/// <summary>A command that can be told which host to ask, and how. Parameters are called as those of AWS.Tools and of the shell's web commands.</summary>
public abstract class ConnectionCommand : LookoutVisionCommand
{
    // The endpoints that are paths.
    private static readonly string[] PathPrefixes = ["local:", "unix:"];

    private protected ConnectionCommand()
    {
    }

    /// <summary>Which host: absent for this machine's own, <c>local:PATH</c>, the <c>https://</c> address of a server, or <c>unix:PATH</c> for an Edge Agent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EndpointCompleter))]
    public string? EndpointUrl { get; set; }

    /// <summary>The AWS region that requests are signed for.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionName]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>The profile of the AWS configuration.</summary>
    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The credentials file that has the profile.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>The access key to sign with.</summary>
    [Parameter]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret key to sign with.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The token of temporary keys.</summary>
    [Parameter]
    [Alias("ST")]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <summary>Credentials as an object: of AWS.Tools, of the shell, or with the members of an answer of AWS STS.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>Sends requests unsigned.</summary>
    [Parameter]
    public SwitchParameter NoSignRequest { get; set; }

    /// <summary>Takes any certificate of the server.</summary>
    [Parameter]
    [Alias("NoVerifySsl")]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>How long a connection may take to open.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue / 1000)]
    public int ConnectionTimeoutSeconds { get; set; } = 60;

    /// <summary>How long an answer may take.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue / 1000)]
    public int OperationTimeoutSeconds { get; set; } = 60;

    /// <summary>What the parameters say; where they are silent, what AWS.Tools keeps for the session.</summary>
    private protected ConnectionSettings ReadSettings() => AwsSession.Complete(Shell, new()
    {
        EndpointUrl = EndpointUrl is null ? null : InFull(EndpointUrl),
        Region = Region,
        ProfileName = ProfileName,
        ProfileLocation = ProfileLocation is null ? null : ShellPath.Single(Shell, ProfileLocation, literal: true),
        AccessKey = AccessKey,
        SecretKey = SecretKey,
        SessionToken = SessionToken,
        Credential = Credential is null ? null : AwsCredential.From(Credential, "-Credential"),
        NoSignRequest = NoSignRequest,
        NoVerifySsl = SkipCertificateCheck,
        ConnectTimeout = Limit(ConnectionTimeoutSeconds),
        ReadTimeout = Limit(OperationTimeoutSeconds),
    });

    private static TimeSpan Limit(int seconds) => seconds == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds);

    // A path is meant as the shell means it: from its present location, by its drives.
    private string InFull(string endpoint)
    {
        var prefix = PathPrefixes.FirstOrDefault(p => endpoint.StartsWith(p, StringComparison.OrdinalIgnoreCase));
        var path = endpoint[(prefix?.Length ?? endpoint.Length)..];
        return path.Length == 0 || path.StartsWith("//", StringComparison.Ordinal)
            ? endpoint
            : prefix + ShellPath.Single(Shell, path, literal: true);
    }
}
