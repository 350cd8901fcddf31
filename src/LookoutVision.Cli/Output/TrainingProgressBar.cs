using LookoutVision.Engine.Training;
using Spectre.Console;

namespace LookoutVision.Cli.Output;

/// <summary>Shows how far a training is: a bar on the error stream where that is a terminal, else nothing.</summary>
internal static class TrainingProgressBar
{
    public static async Task<T> ShowAsync<T>(Func<IProgress<TrainingProgress>?, Task<T>> train)
    {
        if (Console.IsErrorRedirected)
        {
            return await train(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => train(new BarProgress(context.AddTask("Training", maxValue: 1))));
    }

    private sealed class BarProgress(ProgressTask bar) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            bar.Description = Markup.Escape(value.Stage);
            bar.Value = value.Fraction;
        }
    }
}
