namespace LookoutVision.HelpBuilder.Pages;

/// <summary>What the page of a cmdlet says, as plain text.</summary>
internal sealed record HelpPage
{
    public required string Name { get; init; }

    public required string Synopsis { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required IReadOnlyList<HelpEntry> Parameters { get; init; }

    /// <summary>Whether the parameters lead to the page of those that many cmdlets share.</summary>
    public required bool LinksToShared { get; init; }

    public required IReadOnlyList<HelpEntry> Inputs { get; init; }

    public required IReadOnlyList<HelpEntry> Outputs { get; init; }

    public required IReadOnlyList<HelpEntry> Examples { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<string> Links { get; init; }
}
