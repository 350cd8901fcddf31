namespace LookoutVision.Cli.Parameters;

/// <summary>An argument cannot be understood; worded as the AWS command does.</summary>
internal sealed class ParameterException(string message) : Exception(message)
{
    /// <param name="option">The option, with its dashes.</param>
    /// <param name="reason">What is wrong with its value.</param>
    public static ParameterException Of(string option, string reason) => new($"Error parsing parameter '{option}': {reason}");
}
