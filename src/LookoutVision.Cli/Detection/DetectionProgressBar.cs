using Spectre.Console;

namespace LookoutVision.Cli.Detection;

/// <summary>Shows how many photographs are judged: on the error stream where that is a terminal, else nothing.</summary>
internal static class DetectionProgressBar
{
    public static async Task ShowAsync(bool isHidden, Func<IProgress<int>?, Task> detect)
    {
        if (Console.IsErrorRedirected || (isHidden && !Console.IsOutputRedirected))
        {
            await detect(null);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn())
            .StartAsync(context => detect(new Bar(context.AddTask("Detecting anomalies").IsIndeterminate())));
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Description = $"Detecting anomalies: {value} photograph{(value == 1 ? "" : "s")}";
    }
}
