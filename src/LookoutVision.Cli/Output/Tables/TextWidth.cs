using System.Text;
using Spectre.Console.Rendering;

namespace LookoutVision.Cli.Output.Tables;

/// <summary>How many places of a terminal a text takes: two for what is as wide as it is high.</summary>
internal static class TextWidth
{
    public static int Of(string text) => Ascii.IsValid(text) ? text.Length : Wide(text);

    // Apart, so that nothing is loaded for what most answers are.
    private static int Wide(string text) => new Segment(text).CellCount();
}
