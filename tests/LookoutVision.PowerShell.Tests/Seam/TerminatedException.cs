using System.Management.Automation;
using LookoutVision.Errors;

namespace LookoutVision.PowerShell.Tests.Seam;

/// <summary>A terminating error; a RuntimeException, as the shell's own are.</summary>
internal sealed class TerminatedException(CommandError error) : RuntimeException
{
    public CommandError Error { get; } = error;
}
