namespace LookoutVision.Cli.Errors;

/// <summary>The exit codes of the AWS command.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Ctrl+C.</summary>
    public const int Interrupted = 130;

    /// <summary>The command was not understood; nothing was done.</summary>
    public const int Usage = 252;

    /// <summary>Which host to ask, or with what credentials, is not said, or not as it should be.</summary>
    public const int Configuration = 253;

    /// <summary>The host answered with an error.</summary>
    public const int ServiceError = 254;

    /// <summary>Anything else.</summary>
    public const int GeneralError = 255;
}
