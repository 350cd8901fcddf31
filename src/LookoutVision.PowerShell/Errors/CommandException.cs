namespace LookoutVision.Errors;

/// <summary>An error that is worded already: it ends the step, and the command reports it as it is.</summary>
internal sealed class CommandException(CommandError error) : Exception(error.Exception.Message, error.Exception)
{
    public CommandError Error => error;
}
