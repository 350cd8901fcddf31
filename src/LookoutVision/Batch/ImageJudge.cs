namespace LookoutVision.Batch;

/// <summary>Makes one image's outcome; asks again, more gently, where the host says that it is asked too much.</summary>
internal sealed class ImageJudge(IModelHost host, ModelReference model, AdaptiveLimit limit)
{
    private const int MostTries = 8;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);

    // Beyond that the image's error tells how long the host asks to wait, and the user decides.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public async Task<DetectionOutcome> JudgeAsync(ImageSource image, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var turn = await limit.EnterAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var result = await host.DetectAnomaliesAsync(model, image, cancellationToken).ConfigureAwait(false);
                limit.Succeed();
                return new(image, result, null);
            }
            catch (LookoutVisionException e) when (tries < MostTries && PauseAfter(e, tries) is { } pause)
            {
                limit.Throttle(turn, pause);
            }
            catch (LookoutVisionException e)
            {
                limit.Leave();
                return new(image, null, e);
            }
            catch (Exception e)
            {
                limit.Leave();
                if (e is OperationCanceledException && cancellationToken.IsCancellationRequested)
                {
                    throw;
                }

                return new(image, null, new InternalServerException($"'{image.Name}' could not be judged: {e.Message}", e)
                {
                    ResourceId = image.Name,
                    RecommendedAction = "Look at the image; if it opens elsewhere, please report this.",
                });
            }
        }
    }

    /// <summary>How long to let the host be; null where asking again would not help.</summary>
    private static TimeSpan? PauseAfter(LookoutVisionException error, int tries)
    {
        var pause = error switch
        {
            ThrottlingException e => e.RetryAfter ?? ShortestPause * Math.Pow(2, tries - 1) * (0.5 + (Random.Shared.NextDouble() / 2)),
            InternalServerException e => e.RetryAfter,
            _ => null,
        };
        return pause <= LongestPause ? pause : null;
    }
}
