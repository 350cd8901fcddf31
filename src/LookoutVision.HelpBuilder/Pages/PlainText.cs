using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LookoutVision.HelpBuilder.Pages;

/// <summary>Text without its markup.</summary>
internal static class PlainText
{
    public static string Of(LeafBlock block) => block.Inline is null ? "" : Of(block.Inline);

    public static string Of(ListItemBlock item) => string.Join(' ', item.OfType<ParagraphBlock>().Select(Of));

    public static string OfCode(LeafBlock code) => code.Lines.ToString().TrimEnd();

    private static string Of(ContainerInline container) => string.Concat(container.Select(OfInline));

    private static string OfInline(Inline inline) => inline switch
    {
        CodeInline code => code.Content,
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => " ",
        ContainerInline container => Of(container),
        _ => throw new HelpPageException($"Help cannot show {inline.GetType().Name}: {inline}"),
    };
}
