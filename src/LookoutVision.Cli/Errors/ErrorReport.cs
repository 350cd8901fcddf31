using System.CommandLine;

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
            error.WriteLine();
            error.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (LookoutVisionException e)
        {
            error.WriteLine();
            error.WriteLine($"An error occurred ({e.ErrorCode}) when calling the {operation} operation: {Sentences(e)}");
            return ExitCode.ServiceError;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            error.WriteLine();
            error.WriteLine(e.Message);
            return ExitCode.GeneralError;
        }
    }

    /// <summary>Tells what of the arguments was not understood.</summary>
    public static int Usage(TextWriter error, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = command.Parents.Any() ? $"lookoutvision {command.Name}" : "lookoutvision <command>";
        error.WriteLine();
        error.WriteLine($"usage: {name} [options]");
        error.WriteLine("To see help text, you can run:");
        error.WriteLine();
        error.WriteLine("  lookoutvision --help");
        error.WriteLine("  lookoutvision <command> --help");
        error.WriteLine();
        foreach (var message in parsed.Errors.Select(e => e.Message).Distinct())
        {
            error.WriteLine($"lookoutvision: error: {message}");
        }

        return ExitCode.Usage;
    }

    private static string Sentences(LookoutVisionException e) =>
        string.IsNullOrEmpty(e.RecommendedAction) ? e.Message : $"{e.Message} {e.RecommendedAction}";
}
