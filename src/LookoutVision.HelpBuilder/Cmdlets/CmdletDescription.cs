namespace LookoutVision.HelpBuilder.Cmdlets;

/// <summary>A cmdlet as the shell sees it.</summary>
/// <param name="Verb">Before the hyphen.</param>
/// <param name="Noun">After it.</param>
/// <param name="Parameters">In the order of the syntax.</param>
/// <param name="ParameterSets">Names, the default one first.</param>
/// <param name="OutputTypes">Full names.</param>
/// <param name="Aliases">Other names of the cmdlet.</param>
internal sealed record CmdletDescription(
    string Verb,
    string Noun,
    IReadOnlyList<CmdletParameter> Parameters,
    IReadOnlyList<string> ParameterSets,
    IReadOnlyList<string> OutputTypes,
    IReadOnlyList<string> Aliases)
{
    public string Name => $"{Verb}-{Noun}";
}
