using System.Threading.Channels;
using LookoutVision.Batch;
using LookoutVision.Errors;

namespace LookoutVision.Pipeline;

/// <summary>One detection over images that arrive one by one: while they still arrive, outcomes are written.</summary>
/// <param name="shell">Where outcomes are written.</param>
/// <param name="queue">The way there.</param>
/// <param name="oneByOne">Whether an image's outcome is written before the next image is taken.</param>
/// <param name="total">How many images there are in all; null where nobody knows.</param>
/// <param name="detect">Judges images.</param>
/// <param name="stopped">Ctrl+C.</param>
internal sealed class DetectionRun(
    IShell shell,
    PipelineQueue queue,
    bool oneByOne,
    Func<int?> total,
    Func<IAsyncEnumerable<ImageSource>, CancellationToken, IAsyncEnumerable<DetectionOutcome>> detect,
    CancellationToken stopped)
{
    // Few: images wait in the shell's pipeline rather than here.
    private readonly Channel<ImageSource> _images = Channel.CreateBounded<ImageSource>(4);
    private readonly CountingProgress _progress = new(shell, "Detecting anomalies", TimeProvider.System);
    private Task _work = Task.CompletedTask;
    private int _judged;
    private TaskCompletionSource? _turn;

    /// <summary>Begins to detect.</summary>
    /// <param name="run">Carries work out on other threads.</param>
    public void Start(Func<Func<CancellationToken, Task>, Task> run) => _work = run(DetectAllAsync);

    /// <summary>Takes an image; where enough wait already, writes outcomes until there is room.</summary>
    public void Add(ImageSource image)
    {
        _turn = oneByOne ? new TaskCompletionSource() : null;
        if (!_images.Writer.TryWrite(image))
        {
            queue.RunUntil(Task.WhenAny(_work, _images.Writer.WriteAsync(image, stopped).AsTask()), stopped);
        }

        if (_turn is not null)
        {
            queue.RunUntil(Task.WhenAny(_work, _turn.Task), stopped);
        }

        queue.RunWaiting(stopped);
        if (_work.IsFaulted)
        {
            shell.ThrowTerminatingError(CommandErrors.From(_work.Exception.GetBaseException(), image.Name));
        }
    }

    /// <summary>No more images: writes the outcomes that are still to come.</summary>
    public void Finish()
    {
        _images.Writer.Complete();
        queue.RunUntil(_work, stopped);
    }

    private async Task DetectAllAsync(CancellationToken cancellationToken)
    {
        await foreach (var outcome in detect(_images.Reader.ReadAllAsync(cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            await queue.PostAsync(() => Write(outcome), cancellationToken).ConfigureAwait(false);
        }
    }

    private void Write(DetectionOutcome outcome)
    {
        _turn?.TrySetResult();
        _progress.Report(++_judged, total());
        if (outcome.Result is not { } result)
        {
            shell.WriteError(CommandErrors.ImageFailed(outcome.Image.Name, outcome.Error!));
            return;
        }

        shell.WriteVerbose(TimesOf(result));
        shell.WriteObject(result);
    }

    private static string TimesOf(DetectAnomalyResult result) => result.DecodeDuration is { } decode
        ? $"{result}: read and decoded in {decode.TotalMilliseconds:0.0} ms, judged in {(result.Duration - decode).TotalMilliseconds:0.0} ms."
        : $"{result}: answered in {result.Duration.TotalMilliseconds:0.0} ms.";
}
