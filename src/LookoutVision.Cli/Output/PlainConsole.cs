using Spectre.Console;

namespace LookoutVision.Cli.Output;

/// <summary>Spectre.Console over any writer, without colours and wide enough that no value is broken.</summary>
internal static class PlainConsole
{
    private const int Width = 160;

    public static IAnsiConsole Over(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Width;
        return console;
    }
}
