using Amazon.Runtime;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Parameters;

namespace LookoutVision.Cli.Errors;

/// <summary>Turns what went wrong into a line on the error stream and an exit code, worded as the AWS command does.</summary>
internal static class ErrorReport
{
    /// <summary>Runs a command's work.</summary>
    /// <param name="operation">The service's name of what is done, such as <c>StartModel</c>.</param>
    /// <param name="error">The error stream.</param>
    /// <param name="work">What to do; its errors are reported.</param>
    public static async Task<int> GuardAsync(string operation, TextWriter error, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            return Tell(error, "Interrupted.", ExitCode.Interrupted);
        }
        catch (UsageException e)
        {
            return UsageReport.Tell(error, e.Message);
        }
        catch (ParameterException e)
        {
            return Tell(error, e.Message, ExitCode.Usage);
        }
        catch (ConfigurationException e)
        {
            return Tell(error, e.Message, ExitCode.Configuration);
        }
        catch (LookoutVisionException e)
        {
            return Tell(error, operation, e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Tell(error, e.Message, ExitCode.GeneralError);
        }
    }

    /// <summary>What is wrong and what to do about it.</summary>
    public static string Sentences(LookoutVisionException e) =>
        string.IsNullOrEmpty(e.RecommendedAction) || IsToldByServer(e) ? e.Message : $"{e.Message} {e.RecommendedAction}";

    /// <summary>Tells an error of the library's; the exit code for it.</summary>
    /// <param name="error">The error stream.</param>
    /// <param name="operation">The service's name of what was done.</param>
    /// <param name="e">What went wrong.</param>
    /// <param name="item">Which of several it went wrong with; null where there is one.</param>
    public static int Tell(TextWriter error, string operation, LookoutVisionException e, string? item = null) => e switch
    {
        // Nobody was asked, or nobody answered: it is no answer of the service's.
        AccessDeniedException { InnerException: AmazonClientException } => Tell(error, Sentences(e), ExitCode.Configuration),
        InternalServerException { InnerException: AmazonClientException or HttpRequestException or IOException or TimeoutException } =>
            Tell(error, About(item, e), ExitCode.GeneralError),
        _ => Tell(error, $"An error occurred ({e.ErrorCode}) when calling the {operation} operation: {About(item, e)}", ExitCode.ServiceError),
    };

    // Errors of the image itself begin with it.
    private static string About(string? item, LookoutVisionException e) =>
        item is null || e.Message.Contains(item, StringComparison.Ordinal) ? Sentences(e) : $"'{item}': {Sentences(e)}";

    // A server's own words are passed on as they are.
    private static bool IsToldByServer(LookoutVisionException e) => e.InnerException is AmazonServiceException { ErrorCode.Length: > 0 };

    private static int Tell(TextWriter error, string message, int exitCode)
    {
        error.WriteLine();
        error.WriteLine(message);
        return exitCode;
    }
}
