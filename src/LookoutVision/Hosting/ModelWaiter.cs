namespace LookoutVision.Hosting;

/// <summary>Waits for a model to reach a state.</summary>
public static class ModelWaiter
{
    /// <summary>Asks for the model's state until it is the wanted one, at growing intervals of up to ten seconds.</summary>
    /// <param name="host">The model's host.</param>
    /// <param name="model">The model.</param>
    /// <param name="wanted">The state to wait for, such as <see cref="ModelStatus.Hosted"/>.</param>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="progress">Told every answer; absent: nobody is told.</param>
    /// <param name="cancellationToken">Stops waiting at once; the model's own change goes on.</param>
    /// <exception cref="TimeoutException">The time is over.</exception>
    /// <exception cref="ConflictException">The model is in a state that does not lead to the wanted one.</exception>
    public static async Task<ModelDescription> WaitAsync(
        IModelHost host,
        ModelReference model,
        ModelStatus wanted,
        TimeSpan timeout,
        IProgress<ModelDescription>? progress,
        CancellationToken cancellationToken)
    {
        return await Polling.Quick.UntilAsync(
            async stop =>
            {
                var now = await host.DescribeModelAsync(model, stop).ConfigureAwait(false);
                progress?.Report(now);
                return now;
            },
            now => now.Status == wanted || (LeadsTo(now.Status, wanted) ? false : throw DeadEnd(now, wanted)),
            timeout,
            cancellationToken,
            $"become {wanted.ToWireName()}").ConfigureAwait(false);
    }

    private static bool LeadsTo(ModelStatus now, ModelStatus wanted) => now switch
    {
        ModelStatus.Training => wanted is ModelStatus.Trained or ModelStatus.TrainingFailed,
        ModelStatus.StartingHosting => wanted is ModelStatus.Hosted or ModelStatus.HostingFailed,
        ModelStatus.StoppingHosting => wanted is ModelStatus.Trained,
        ModelStatus.SystemUpdating => true,
        _ => false,
    };

    private static ConflictException DeadEnd(ModelDescription description, ModelStatus wanted)
    {
        var reason = string.IsNullOrEmpty(description.StatusMessage) ? "" : $" {description.StatusMessage}";
        return new($"{description} will not become {wanted.ToWireName()}.{reason}")
        {
            ResourceId = $"{description.ProjectName}/{description.ModelVersion}",
            ResourceType = "MODEL",
            RecommendedAction = "Look at the model's status message, and start or stop the model again.",
        };
    }
}
