namespace LookoutVision.HelpBuilder.Cmdlets;

/// <summary>What a parameter is in one parameter set.</summary>
/// <param name="Mandatory">Whether it must be given.</param>
/// <param name="Position">From 0; absent where it is given by name alone.</param>
/// <param name="ByValue">Whether objects of the pipeline bind to it.</param>
/// <param name="ByPropertyName">Whether their properties do.</param>
internal sealed record SetMembership(bool Mandatory, int? Position, bool ByValue, bool ByPropertyName)
{
    /// <summary>As help writes it.</summary>
    public string PipelineInput => (ByValue, ByPropertyName) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
