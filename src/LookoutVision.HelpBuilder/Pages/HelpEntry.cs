namespace LookoutVision.HelpBuilder.Pages;

/// <summary>A named part of a page: a parameter, a type, an example.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Code">Its code; empty where there is none.</param>
/// <param name="Paragraphs">Its text.</param>
internal sealed record HelpEntry(string Name, string Code, IReadOnlyList<string> Paragraphs);
