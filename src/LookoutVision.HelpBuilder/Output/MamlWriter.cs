using System.Xml.Linq;
using LookoutVision.HelpBuilder.Cmdlets;
using LookoutVision.HelpBuilder.Pages;

namespace LookoutVision.HelpBuilder.Output;

/// <summary>Writes MAML, what Get-Help reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <param name="commands">The cmdlets and their pages.</param>
    /// <param name="pages">Where the pages are read on the web, if anywhere.</param>
    public static string Write(IEnumerable<(CmdletDescription Cmdlet, HelpPage Page)> commands, Uri? pages)
    {
        var root = new XElement(
            Help + "helpItems", new XAttribute("schema", "maml"), commands.Select(command => OfCommand(command.Cmdlet, command.Page, pages)));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root.ToString().ReplaceLineEndings("\n")}\n";
    }

    private static XElement OfCommand(CmdletDescription cmdlet, HelpPage page, Uri? pages) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            Paragraphs(Maml + "description", [page.Synopsis])),
        Paragraphs(Maml + "description", page.Description),
        new XElement(Command + "syntax", cmdlet.ParameterSets.Select(set => OfSet(cmdlet, set))),
        new XElement(Command + "parameters", cmdlet.Parameters.Select(parameter => OfParameter(parameter, parameter.Sets.Values.First(), page))),
        new XElement(Command + "inputTypes", page.Inputs.Select(entry => OfType(Command + "inputType", entry))),
        new XElement(Command + "returnValues", page.Outputs.Select(entry => OfType(Command + "returnValue", entry))),
        new XElement(Maml + "alertSet", Paragraphs(Maml + "alert", page.Notes)),
        new XElement(Command + "examples", page.Examples.Select(OfExample)),
        new XElement(
            Command + "relatedLinks",
            pages is null ? null : Link("Online Version:", new XElement(Maml + "uri", $"{pages.AbsoluteUri.TrimEnd('/')}/{cmdlet.Name}.md")),
            page.Links.Select(link => Link(link, uri: null))));

    /// <summary>The first with an address is what Get-Help -Online opens.</summary>
    private static XElement Link(string text, XElement? uri) => new(Maml + "navigationLink", new XElement(Maml + "linkText", text), uri);

    private static XElement OfSet(CmdletDescription cmdlet, string set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        cmdlet.Parameters
            .Where(parameter => parameter.In(set) is not null)
            .OrderBy(parameter => parameter.In(set)!.Position ?? (parameter.In(set)!.Mandatory ? int.MaxValue - 1 : int.MaxValue))
            .Select(parameter => OfParameter(parameter, parameter.In(set)!, page: null)));

    /// <summary>In a syntax without text; in the list of parameters, with the page, in full.</summary>
    private static XElement OfParameter(CmdletParameter parameter, SetMembership membership, HelpPage? page) => new(
        Command + "parameter",
        new XAttribute("required", membership.Mandatory ? "true" : "false"),
        new XAttribute("variableLength", parameter.TypeName.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
        new XAttribute("globbing", parameter.Wildcards ? "true" : "false"),
        new XAttribute("pipelineInput", membership.PipelineInput),
        new XAttribute("position", membership.Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none"),
        new XElement(Maml + "name", parameter.Name),
        page is null ? null : Paragraphs(Maml + "description", TextOf(parameter, page)),
        page is null && parameter.Values.Count > 0
            ? new XElement(Command + "parameterValueGroup", parameter.Values.Select(value => Value(value)))
            : null,
        parameter.IsSwitch && page is null ? null : Value(parameter.TypeName),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName)),
        new XElement(Dev + "defaultValue", parameter.IsSwitch ? "False" : parameter.DefaultValue ?? "None"));

    private static XElement Value(string text) => new(
        Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), text);

    private static IReadOnlyList<string> TextOf(CmdletParameter parameter, HelpPage page) => parameter.Name switch
    {
        "WhatIf" when parameter.IsStandard => ["Shows what would be done, and does nothing."],
        "Confirm" when parameter.IsStandard => ["Asks before anything is done."],
        _ => page.Parameters.First(entry => entry.Name == parameter.Name).Paragraphs,
    };

    private static XElement OfType(XName name, HelpEntry entry) => new(
        name,
        new XElement(Dev + "type", new XElement(Maml + "name", entry.Name)),
        Paragraphs(Maml + "description", entry.Paragraphs));

    private static XElement OfExample(HelpEntry example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", $"-------- Example {index + 1}: {example.Name} --------"),
        new XElement(Dev + "code", example.Code),
        Paragraphs(Dev + "remarks", example.Paragraphs));

    private static XElement Paragraphs(XName name, IEnumerable<string> texts) =>
        new(name, texts.Select(text => new XElement(Maml + "para", text)));
}
